import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backoff } from '../src/backoff.ts';
import { BookDocument } from '../src/generated/documents.ts';
import {
  authorizationFor,
  createRequester,
  createShinkanClient,
  ShinkanError,
} from '../src/index.ts';
import { apiHost } from '../src/realtime/protocol.ts';
import { realtimeEndpointOf } from '../src/realtimeEndpointOf.ts';
import { type Server, startServer } from './aShinkan.ts';

describe('authorizationFor', () => {
  it('authorizationFor uses the access token while there is one, else the API key', async () => {
    let token: string | null = null;
    const authorization = authorizationFor({ apiKey: 'key', accessToken: () => token });
    expect(await authorization()).toEqual({ 'x-api-key': 'key' });
    token = 'jwt';
    expect(await authorization()).toEqual({ Authorization: 'Bearer jwt' });
  });

  it('authorizationFor throws without a token and a key', async () => {
    await expect(authorizationFor({})()).rejects.toThrow('No access token and no API key');
  });
});

describe('Requester', () => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  const request = () =>
    createRequester({ endpoint: server.endpoint, authorization: () => ({ 'x-api-key': 'k' }) });

  it('a request carries its document and variables', async () => {
    const data = await request()(BookDocument, { id: 'b' });
    expect(data.book).toEqual({ echo: { query: BookDocument.toString(), variables: { id: 'b' } } });
  });

  it('everyUpcomingBook sends a request for each page of a long list', async () => {
    const client = createShinkanClient({ endpoint: server.endpoint, apiKey: 'k' });
    const ids: string[] = [];
    for await (const book of client.everyUpcomingBook()) ids.push(book.id);
    expect(ids).toEqual(['b1', 'b2', 'b3']);
  });

  it('a request throws the API’s error with its type', async () => {
    server.beforeAnswer = () => {
      throw Object.assign(new Error('no such book'), { errorType: 'BookNotFound' });
    };
    const refusal = request()(BookDocument, { id: 'b' });
    await expect(refusal).rejects.toThrow(ShinkanError);
    await expect(refusal).rejects.toMatchObject({
      errorType: 'BookNotFound',
      message: 'no such book',
    });
  });
});

describe('realtimeEndpointOf', () => {
  it.each([
    [
      'https://abc.appsync-api.ap-northeast-1.amazonaws.com/graphql',
      'wss://abc.appsync-realtime-api.ap-northeast-1.amazonaws.com/graphql',
    ],
    ['https://api.example.jp/graphql', 'wss://api.example.jp/graphql/realtime'],
    ['http://127.0.0.1:4001/graphql', 'ws://127.0.0.1:4001/graphql/realtime'],
  ])('realtimeEndpointOf(%s) is %s', (endpoint, realtime) => {
    expect(realtimeEndpointOf(endpoint)).toBe(realtime);
    expect(apiHost(realtime)).toBe(new URL(endpoint).host);
  });
});

describe('backoff', () => {
  it('backoff grows up to half a minute and varies at random', () => {
    expect([0, 1, 2, 5, 50].map((attempt) => backoff(attempt, () => 1))).toEqual([
      1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
    expect(backoff(3, () => 0)).toBe(0);
  });
});
