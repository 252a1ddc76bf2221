import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../services/protocol/listen.ts';

let closed: Listening;
let open: Listening;
let calls = 0;
const lines: string[] = [];

beforeAll(async () => {
  const handle = async (_: unknown, response: { end(): void }) => {
    calls += 1;
    response.end();
  };
  const log = (line: string) => lines.push(line);
  closed = await listen(0, handle, log);
  open = await listen(0, handle, log, { anySite: true });
});
afterAll(() => Promise.all([closed.stop(), open.stop()]));

function post(url: string, headers: { [name: string]: string }): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end('Action=SendEmail');
  });
}

test.each<[string, { [name: string]: string }]>([
  ['a name of its own', { host: 'elsewhere.jp' }],
  ['a name that only begins as ours', { host: '127.0.0.1.elsewhere.jp' }],
  ['a name that only ends as ours', { host: 'elsewherelocalhost' }],
  ['the address that means every address', { host: '0.0.0.0:8000' }],
  ['its own origin', { origin: 'https://elsewhere.jp' }],
  ['an origin that begins as ours', { origin: 'http://127.0.0.1.elsewhere.jp' }],
  ['a sandboxed frame', { origin: 'null' }],
])('a request from another site’s page by %s does nothing', async (_, headers) => {
  calls = 0;
  expect(await post(closed.url, headers)).toBe(403);
  expect(calls).toBe(0);
  expect(lines.at(-1)).toContain('it comes from another site');
});

test.each<[string, { [name: string]: string }]>([
  ['a program', {}],
  ['a program that says localhost', { host: 'localhost:4566' }],
  ['a bucket in the name', { host: 'feeds.localhost' }],
  ['a page of this machine', { origin: 'http://127.0.0.1:5173' }],
  ['a page of localhost', { origin: 'http://localhost:5173' }],
])('%s is served', async (_, headers) => {
  expect(await post(closed.url, headers)).toBe(200);
});

test('a public service serves pages of any site', async () => {
  expect(await post(open.url, { host: 'api.example', origin: 'https://shop.example' })).toBe(200);
});
