import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Sign } from './target.ts';

/** Signs requests to AppSync as AWS's own clients do; the region is that of the address. */
export function signWith(
  credentials: ConstructorParameters<typeof SignatureV4>[0]['credentials'],
): Sign {
  return async (url, body) => {
    const { protocol, host, hostname, port, pathname: path } = new URL(url);
    const region = /\.appsync-api\.([\w-]+)\./.exec(host)?.[1] ?? 'ap-northeast-1';
    const signer = new SignatureV4({ service: 'appsync', region, credentials, sha256: Sha256 });
    const { headers } = await signer.sign({
      method: 'POST',
      protocol,
      hostname,
      path,
      headers: { host, 'content-type': 'application/json' },
      body,
      ...(port === '' ? {} : { port: Number(port) }),
    });
    return headers;
  };
}
