import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { handler } from '../../../services/auth/signIn.lambda.ts';
import { ORIGIN_SECRET } from './signInEnvironment.ts';

/** Signs in once through the deployed handler, as CloudFront invokes it; returns the status. */
export async function askHandler(
  login: string,
  password: string,
  address: string,
): Promise<number> {
  const event = {
    rawPath: '/auth/token',
    headers: {
      'content-type': 'application/json',
      'x-origin-verify': ORIGIN_SECRET,
      'cloudfront-viewer-address': `${address}:1024`,
    },
    requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
    body: JSON.stringify({ login, password }),
    isBase64Encoded: false,
  };
  // The handler reads no other part of an event.
  return (await handler(event as unknown as LambdaFunctionURLEvent)).statusCode;
}
