import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';

/** Signs with one key whose private half nobody sees. */
export interface Signer {
  /** RFC 7638 thumbprint of the public key. */
  kid: string;
  /** The public key, with `use`, `alg` and `kid`. */
  jwk: JWK;
  /** RS256 (RFC 7518 section 3.3) over the bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A signer that uses an RSA key in KMS. */
export async function openSigner(kms: KMSClient, keyId: string): Promise<Signer> {
  const { PublicKey: der } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (der === undefined) throw new Error(`KMS returned no public key for ${keyId}`);
  const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  const jwk = await exportJWK(key);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    kid,
    jwk: { ...jwk, use: 'sig', alg: 'RS256', kid },
    async sign(bytes) {
      const signed = await kms.send(
        new SignCommand({
          KeyId: keyId,
          SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
          MessageType: 'DIGEST',
          Message: createHash('sha256').update(bytes).digest(),
        }),
      );
      if (signed.Signature === undefined) throw new Error(`KMS returned no signature for ${keyId}`);
      return signed.Signature;
    },
  };
}
