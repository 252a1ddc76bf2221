import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../scripts/stack.ts';
import { inLanes } from '../../support/inLanes.ts';
import { canReach, testStack } from '../../support/testStack.ts';
import { HOSTILE } from '../resolvers/hostileValues.ts';

/** Each costs a hash and its time: one in 32, unless all are to be run. */
const LOGINS = HOSTILE.filter((_, index) => process.env.BAR_FULL === '1' || index % 32 === 0);

interface Asked {
  method?: string;
  path: string;
  headers?: { [name: string]: string };
  body?: string;
  /** Whence: guesses are counted by address, and this machine has many. */
  from?: string;
}

/** A request from an address of this machine that nobody else uses. */
function ask({ method = 'POST', path, headers = {}, body, from }: Asked): Promise<{
  status: number;
  body: string;
}> {
  const { web } = testStack();
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, web),
      { method, headers, ...(from !== undefined && { localAddress: from }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json', 'x-requested-with': 'shinkan' };
const isCookie = (text: string) => /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(text);
const tells = (body: string) => /SQL|syntax|MariaDB|mysql|\bat \w+ \(|node_modules/i.test(body);

/** What the shop and we hold of members. */
const readTables = () =>
  openStackDatabase(testStack()).query(
    `select (select count(*) from refresh_token) as sessions,
       (select count(*) from information_schema.tables where table_schema = database()) as tables_,
       (select sum(crc32(concat_ws('|', member_id, mail_stopped_at))) from member_setting) as settings,
       (select sum(crc32(concat_ws('|', member_id, book_id))) from subscription) as subscriptions`,
  );

// On a deployment these would count as guesses of whoever runs the tests.
describe.skipIf(!canReach('signing key'))('bar 11 injection: sign-in and links of mails', () => {
  it(`lets nobody in by ${LOGINS.length} of the ${HOSTILE.length} texts as a login or as a password`, async () => {
    const before = await readTables();
    const tries = LOGINS.flatMap((text) => [
      { login: text, password: 'x' },
      { login: 'nobody-of-bar-11', password: text },
    ]);
    const seen = await inLanes(4, tries, (credentials) =>
      ask({
        path: '/auth/token',
        headers: json,
        body: JSON.stringify(credentials),
        from: '127.11.0.1',
      }),
    );
    expect(seen.filter(({ status }) => ![400, 401, 429].includes(status))).toEqual([]);
    expect(seen.filter(({ body }) => tells(body))).toEqual([]);
    expect(await readTables()).toEqual(before);
  }, 240_000);

  it.each(['login', 'password', 'scope', '__proto__'])(
    'reads no object or list as %s',
    async (name) => {
      for (const value of [{ $ne: null }, ['a'], 7, true, null, { toString: 'x' }]) {
        const body = JSON.stringify({ login: 'nobody-of-bar-11', password: 'x', [name]: value });
        const { status } = await ask({
          path: '/auth/token',
          headers: json,
          body,
          from: '127.11.0.2',
        });
        expect([400, 401, 429], `${name} ${JSON.stringify(value)}`).toContain(status);
      }
    },
  );

  it('gives no session for any of the texts as a cookie, and ends none', async () => {
    const before = await readTables();
    const cookies = HOSTILE.flatMap((text) => [text, encodeURIComponent(text.toWellFormed())]);
    const sendable = [...new Set(cookies)].filter(isCookie);
    expect(sendable.length).toBeGreaterThan(300);
    for (const path of ['/auth/refresh', '/auth/sign-out']) {
      const expected = path === '/auth/refresh' ? [401] : [204];
      const seen = await inLanes(4, sendable, (cookie) =>
        ask({ path, headers: { ...json, cookie: `__Host-rt=${cookie}` }, body: '{}' }),
      );
      expect(seen.filter(({ status }) => !expected.includes(status))).toEqual([]);
    }
    expect(await readTables()).toEqual(before);
  }, 120_000);

  it(`stops no mail by any of ${HOSTILE.length} texts in the place of a link`, async () => {
    const before = await readTables();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const asked = HOSTILE.flatMap((text): Asked[] => {
      const path = `/mail/unsubscribe/${encodeURIComponent(text.toWellFormed())}`;
      return [
        { path, method: 'GET' },
        { path, headers: form, body: 'List-Unsubscribe=One-Click' },
      ];
    });
    const seen = await inLanes(4, asked, ask);
    expect(seen.filter(({ status }) => ![400, 404, 413, 414].includes(status))).toEqual([]);
    expect(seen.filter(({ body }) => tells(body))).toEqual([]);
    expect(await readTables()).toEqual(before);
  }, 120_000);
});
