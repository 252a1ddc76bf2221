import { KMSClient } from '@aws-sdk/client-kms';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readIssuerConfig } from './config.ts';
import { describeIssuer } from './describeIssuer.ts';
import { openSigner } from './signer.ts';
import { whenAllowed } from './whenAllowed.ts';

/**
 * Publishes every public key of our tokens, so that the next key is known long before it signs. Run
 * by the deployment, so that both documents are static files.
 */
export async function handler(): Promise<void> {
  const { keyIds, issuer, bucket } = readIssuerConfig();
  const kms = new KMSClient({});
  const signers = await Promise.all(keyIds.map((id) => whenAllowed(() => openSigner(kms, id))));
  const jwks = signers.map(({ jwk }) => jwk);
  const s3 = new S3Client({});
  for (const [key, document] of Object.entries(describeIssuer(issuer, jwks))) {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: JSON.stringify(document),
        ContentType: 'application/json',
        CacheControl: 'public, max-age=3600',
      }),
    );
  }
}
