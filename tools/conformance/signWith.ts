import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Sign } from './target.ts';

/**
 * Signs requests to AppSync as AWS's own clients do. Takes the region from the address, else
 * `otherwise`.
 */
export function signWith(
  credentials: ConstructorParameters<typeof SignatureV4>[0]['credentials'],
  otherwise = 'ap-northeast-1',
): Sign {
  return async (url, body) => {
    const { protocol, host, hostname, port, pathname: path } = new URL(url);
    const region = /\.appsync-api\.([\w-]+)\./.exec(host)?.[1] ?? otherwise;
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
