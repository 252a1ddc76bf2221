import { describe, expect, it } from 'vitest';
import { toEvent, toResponse } from '../../services/lambda/functionUrls.ts';

const host = 'id.lambda-url.ap-northeast-1.on.aws';

describe('a function URL', () => {
  const request = {
    method: 'POST',
    path: '/auth/token',
    query: 'a=1&a=2&b=%E6%9C%AC',
    headers: { 'content-type': 'application/json', cookie: 'x=1; y=2', 'user-agent': 'browser' },
    body: Buffer.from('{"login":"花子"}'),
    sourceIp: '192.0.2.1',
  };

  it('a function URL passes on the request in payload format 2.0', () => {
    expect(toEvent(request, host)).toMatchObject({
      version: '2.0',
      rawPath: '/auth/token',
      rawQueryString: 'a=1&a=2&b=%E6%9C%AC',
      queryStringParameters: { a: '1,2', b: '本' },
      cookies: ['x=1', 'y=2'],
      headers: { 'content-type': 'application/json', host },
      requestContext: {
        domainName: host,
        http: { method: 'POST', path: '/auth/token', sourceIp: '192.0.2.1' },
      },
      body: '{"login":"花子"}',
      isBase64Encoded: false,
    });
    expect(toEvent(request, host).headers).not.toHaveProperty('cookie');
  });

  it('a function URL encodes a binary body', () => {
    const form = { ...request, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect(toEvent(form, host)).toMatchObject({
      body: Buffer.from('{"login":"花子"}').toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('a function URL turns the answer into a response', () => {
    const answer = {
      statusCode: 201,
      headers: { 'Cache-Control': 'no-store' },
      cookies: ['a=1', 'b=2'],
      body: 'ok',
    };
    expect(toResponse(answer)).toEqual({
      status: 201,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from('ok'),
    });
    expect(toResponse({ statusCode: 200, body: 'AAE=', isBase64Encoded: true }).body).toEqual(
      Buffer.from([0, 1]),
    );
    expect(toResponse({ some: 'value' })).toMatchObject({
      status: 200,
      body: Buffer.from('{"some":"value"}'),
    });
  });
});
