import { randomInt, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { strangerSubjects } from '../../../services/auth/throttling/subjects.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { inLanes } from '../../support/inLanes.ts';
import { HOSTILE } from '../resolvers/hostileValues.ts';

/** Each costs a password hash, so one in 32 runs unless all are requested. */
const LOGINS = HOSTILE.filter((_, index) => process.env.BAR_FULL === '1' || index % 32 === 0);

/** Attempts are counted by login, so each gets its own, also in the next run. */
const aLogin = () => `nobody-of-bar-11-${randomUUID()}`;

/**
 * Texts that count as the same login as more others than are checked, such as all invisible ones.
 */
const CROWDED = new Set(
  [...Map.groupBy(LOGINS, countedAs).values()].filter((alike) => alike.length > 10).flat(),
);

function countedAs(login: string): string {
  const attempt = { login, memberId: null, address: '203.0.113.7', deviceId: null };
  return strangerSubjects(attempt, 'any key').login;
}

/**
 * Attempts are counted by address as well: each fifty get a fresh one, from a part of 127.0.0.0/8
 * reserved for this run.
 */
const part = randomInt(256);
const addressOf = (index: number) => `127.11.${part}.${1 + Math.floor(index / 50)}`;

/**
 * Linux answers on all of 127.0.0.0/8; macOS on 127.0.0.1 alone, where every run has one address.
 */
const hasAddresses = await canBind(addressOf(0));

function canBind(address: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, address, () => server.close(() => resolve(true)));
  });
}

interface Asked {
  method?: string;
  path: string;
  headers?: { [name: string]: string };
  body?: string;
  /** The sender’s address; the machine’s usual one if omitted. */
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

/** The members’ data in the shop and in our database. */
const readTables = () =>
  openStackDatabase(testStack()).query(
    `select (select count(*) from refresh_token) as sessions,
       (select count(*) from information_schema.tables where table_schema = database()) as tables_,
       (select sum(crc32(concat_ws('|', member_id, mail_stopped_at))) from member_setting) as settings,
       (select sum(crc32(concat_ws('|', member_id, book_id))) from subscription) as subscriptions`,
  );

// On a deployment these would count as attempts of whoever runs the tests.
describe.skipIf(!canReach('signing key'))('bar 11 injection: sign-in and links of mails', () => {
  it.runIf(hasAddresses)(
    `sign-in accepts none of ${LOGINS.length} of the ${HOSTILE.length} texts as a login or a password`,
    async () => {
      const before = await readTables();
      const tries = LOGINS.flatMap((text) => [
        { login: text, password: 'x' },
        { login: aLogin(), password: text },
      ]);
      const seen = await inLanes(4, [...tries.entries()], ([index, credentials]) =>
        ask({
          path: '/auth/token',
          headers: json,
          body: JSON.stringify(credentials),
          from: addressOf(index),
        }),
      );
      const told = tries.flatMap((credentials, index) => {
        const status = seen[index]?.status ?? 0;
        const expected = CROWDED.has(credentials.login) ? [400, 401, 429] : [400, 401];
        return expected.includes(status) ? [] : [{ status, ...credentials }];
      });
      expect(told).toEqual([]);
      // Too long, or blank; all others were compared with the shop’s data.
      expect(seen.filter(({ status }) => status === 401).length).toBeGreaterThan(tries.length / 2);
      expect(seen.filter(({ body }) => tells(body))).toEqual([]);
      expect(await readTables()).toEqual(before);
    },
    240_000,
  );

  it.runIf(hasAddresses).each(['login', 'password', 'scope', '__proto__'])(
    'sign-in reads no object or list as %s',
    async (name) => {
      for (const value of [{ $ne: null }, ['a'], 7, true, null, { toString: 'x' }]) {
        const body = JSON.stringify({ login: aLogin(), password: 'x', [name]: value });
        const { status } = await ask({
          path: '/auth/token',
          headers: json,
          body,
          from: addressOf(0),
        });
        const isRead = name === 'login' || name === 'password';
        expect(status, `${name} ${JSON.stringify(value)}`).toBe(isRead ? 400 : 401);
      }
    },
  );

  it('renewal gives no session for any of the texts as a cookie, and ends none', async () => {
    const before = await readTables();
    const cookies = HOSTILE.flatMap((text) => [text, encodeURIComponent(text.toWellFormed())]);
    const sendable = [...new Set(cookies)].filter(isCookie);
    expect(sendable.length).toBeGreaterThan(300);
    for (const path of ['/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere']) {
      const expected = path === '/auth/sign-out' ? [204] : [401];
      const seen = await inLanes(4, sendable, (cookie) =>
        ask({ path, headers: { ...json, cookie: `__Host-rt=${cookie}` }, body: '{}' }),
      );
      expect(seen.filter(({ status }) => !expected.includes(status))).toEqual([]);
    }
    expect(await readTables()).toEqual(before);
  }, 120_000);

  it(`the page behind links stops no mail for any of ${HOSTILE.length} texts in place of a link`, async () => {
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
