import { KMSClient } from '@aws-sdk/client-kms';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { JWK } from 'jose';
import { z } from 'zod';
import { readSigningKeys } from './config.ts';
import { openSigner } from './signer.ts';
import { whenAllowed } from './whenAllowed.ts';

const schema = z.object({
  SIGNING_KEYS: z.string(),
  ISSUER: z.url(),
  ISSUER_BUCKET: z.string().min(1),
});

/**
 * Publishes every public key of our tokens, so that the next key is known long before it signs. Run
 * by the deployment, so that both documents are static files.
 */
export async function handler(): Promise<void> {
  const config = schema.parse(process.env);
  const kms = new KMSClient({});
  const keys = [...readSigningKeys(config.SIGNING_KEYS).values()];
  const signers = await Promise.all(keys.map((id) => whenAllowed(() => openSigner(kms, id))));
  const jwks = signers.map(({ jwk }) => jwk);
  const s3 = new S3Client({});
  for (const [key, document] of Object.entries(describeIssuer(config.ISSUER, jwks))) {
    await s3.send(
      new PutObjectCommand({
        Bucket: config.ISSUER_BUCKET,
        Key: key,
        Body: JSON.stringify(document),
        ContentType: 'application/json',
        CacheControl: 'public, max-age=3600',
      }),
    );
  }
}

/**
 * The documents that a verifier reads, by path: OpenID Connect Discovery 1.0 section 3 and RFC 7517
 * section 5. `issuer` is repeated verbatim, because verifiers compare it exactly.
 */
export function describeIssuer(issuer: string, keys: JWK[]): { [path: string]: object } {
  const base = issuer.replace(/\/$/, '');
  return {
    '.well-known/openid-configuration': {
      issuer,
      jwks_uri: `${base}/.well-known/jwks.json`,
      token_endpoint: `${base}/auth/token`,
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: ['iss', 'aud', 'sub', 'sid', 'name', 'operator', 'iat', 'exp', 'auth_time'],
    },
    '.well-known/jwks.json': { keys },
  };
}
