import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { cameThroughSite, readRequest } from '../../../../services/lib/http/request.ts';

describe('readRequest', () => {
  const event = (body: string | undefined, isBase64Encoded: boolean) =>
    // Nothing else of the event is read.
    ({
      requestContext: { http: { method: 'POST' } },
      rawPath: '/mail',
      headers: {},
      body,
      isBase64Encoded,
    }) as unknown as LambdaFunctionURLEvent;

  it.each([
    ['text', '新刊', false],
    ['base64', Buffer.from('新刊').toString('base64'), true],
  ])('readRequest decodes a body sent as %s', (_, body, isBase64Encoded) => {
    expect(String(readRequest(event(body, isBase64Encoded)).body)).toBe('新刊');
  });

  it('readRequest returns an empty body if the request has none', () => {
    expect(readRequest(event(undefined, false)).body).toHaveLength(0);
  });
});

describe('cameThroughSite', () => {
  it.each([
    ['the secret', 'secret', true],
    ['another of the same length', 'Secret', false],
    ['its beginning', 'secre', false],
    ['nothing', undefined, false],
  ])('cameThroughSite compares the header with the secret: %s', (_, header, came) => {
    expect(cameThroughSite({ headers: { 'x-origin-verify': header } }, 'secret')).toBe(came);
  });
});
