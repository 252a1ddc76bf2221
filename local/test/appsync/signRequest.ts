import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { EVERYTHING } from '../../services/iam/readStatements.ts';

export const CREDENTIALS = {
  AKLOCAL: {
    secretAccessKey: 'secret',
    arn: 'arn:aws:sts::000000000000:assumed-role/Publish/me',
    accountId: '000000000000',
    username: 'AROAPUBLISH:me',
    statements: [EVERYTHING],
  },
};

/** The headers of a POST signed by AWS's own signer. */
export async function signRequest(
  url: string,
  body: string,
  secretAccessKey = 'secret',
  service = 'appsync',
): Promise<Record<string, string>> {
  const { host, hostname, port, pathname } = new URL(url);
  const signer = new SignatureV4({
    service,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'AKLOCAL', secretAccessKey },
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: pathname,
    headers: { host, 'content-type': 'application/json' },
    body,
  });
  return headers;
}
