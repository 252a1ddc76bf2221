import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listen } from '../../services/protocol/listen.ts';

/** An OpenID Connect issuer on a free port, and tokens signed by its key. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  let keys = [jwk];
  const { url, stop } = await listen(
    0,
    async (request, response) => {
      const document = request.url?.endsWith('jwks.json')
        ? { keys }
        : { issuer: url, jwks_uri: `${url}/.well-known/jwks.json` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
    },
    () => {},
  );
  const sign = ({
    expires = '5m',
    issuer = url,
    issuedAt = new Date(),
    claims = {},
  }: {
    expires?: string;
    issuer?: string;
    issuedAt?: Date;
    claims?: object;
  } = {}) =>
    new SignJWT({ aud: 'shinkan', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setSubject('member-1')
      .setIssuer(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .sign(privateKey);
  /** Publishes a key other than the signing one until it is called with `true`. */
  const publishOwn = async (own: boolean) => {
    const other = await generateKeyPair('RS256');
    keys = own ? [jwk] : [{ ...jwk, ...(await exportJWK(other.publicKey)) }];
  };
  return { url, stop, sign, publishOwn };
}
