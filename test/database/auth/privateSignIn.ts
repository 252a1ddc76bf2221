import { KMSClient } from '@aws-sdk/client-kms';
import { hashSync } from 'bcryptjs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { startKms } from '../../../local/services/kms/startKms.ts';
import type { DataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { DEVICE_COOKIE, openKnownDevices } from '../../../services/auth/knownDevice.ts';
import { USUAL_RULES } from '../../../services/auth/password/passwordRules.ts';
import type { AuthPorts } from '../../../services/auth/ports.ts';
import { REFRESH_COOKIE } from '../../../services/auth/refreshCookie.ts';
import { openRefreshTokens } from '../../../services/auth/refreshTokens.ts';
import { route } from '../../../services/auth/route.ts';
import { openSigner, type Signer } from '../../../services/auth/signer.ts';
import { openThrottle } from '../../../services/auth/throttling/throttle.ts';
import type { Answer } from '../../../services/lib/http/answer.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import {
  type PrivateDatabases,
  runShopFile,
  startPrivateDatabases,
} from '../../support/privateDatabases.ts';

const site = 'https://shinkan.example';
const originSecret = 'a secret of the origin';
const signingKey = {
  stack: 'ShinkanData',
  logicalId: 'SigningKey',
  type: 'AWS::KMS::Key',
  properties: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  ref: 'signing',
  attributes: { Arn: 'arn:aws:kms:ap-northeast-1:000000000000:key/signing' },
};

/** The key of the hashes in the table of attempts. */
export const throttleSecret = 'a secret of the throttle';

/** The one member of the shop: id 7, not withdrawn. */
export const kiku = { login: 'kiku', password: 'yukiguni-1937' };

/**
 * The sign-in endpoint on a database, a shop and a key private to one test file, with a clock that
 * the test moves. Before each test the member is as in `kiku`, and nobody is signed in.
 */
export function aPrivateSignIn() {
  let databases: PrivateDatabases | undefined;
  let signer: Signer | undefined;
  let stop = async () => {};
  let ahead = 0;
  const statements: string[] = [];

  beforeAll(async () => {
    databases = await startPrivateDatabases({ through: (api) => hearing(api, statements) });
    const { dir } = databases;
    const kms = await startKms({ dir, port: 0, keys: [signingKey], log: () => {} });
    const kmsClient = new KMSClient({ ...clientSettings, endpoint: kms.url });
    signer = await openSigner(kmsClient, 'signing');
    stop = async () => {
      kmsClient.destroy();
      await kms.stop();
      await databases?.stop();
    };
  });
  afterAll(() => stop());
  beforeEach(async () => {
    ahead = 0;
    for (const table of ['refresh_token', 'member_session', 'sign_in_throttle']) {
      await open('shinkan').execute(`delete from ${table}`);
    }
    await open('shinkan').execute(`update sign_in_pace set free_at = '2000-01-01'`);
    await runShopFile(open('shop'), 'views.sql');
    await open('shop').execute('delete from customers');
    await open('shop').execute(
      `insert into customers (customer_no, login_name, password, mail_address, nickname)
       values (7, :login, :hash, 'kiku@reader.example', '菊')`,
      { login: kiku.login, hash: bcryptOf(kiku.password) },
    );
  });

  function open(name: 'shinkan' | 'shop'): Database {
    if (!databases) throw new Error('The database is not open yet');
    return databases.open(name);
  }

  const ports = (more: Partial<AuthPorts>): AuthPorts => {
    if (!signer) throw new Error('The signer is not open yet');
    return {
      config: {
        signingKeyId: 'signing',
        issuer: site,
        audience: 'shinkan',
        operators: new Set(),
        originSecret,
        siteOrigin: site,
        passwords: USUAL_RULES,
        refusalMs: 500,
        signInsPerMinute: 60_000,
      },
      shop: open('shop'),
      throttle: openThrottle(open('shinkan'), {
        secret: throttleSecret,
        perMinute: 60_000,
        warn: () => {},
      }),
      knownDevices: openKnownDevices('a secret of the devices'),
      refreshTokens: openRefreshTokens(open('shinkan'), 'a secret of the marks'),
      signer,
      now: () => new Date(Date.now() + ahead),
      countRefusal: () => {},
      warn: () => {},
      countPassword: () => {},
      ...more,
    };
  };

  const post = (
    path: string,
    body: object,
    cookie = '',
    { address = '203.0.113.7', device = '', ...more }: From = {},
  ) =>
    route(
      {
        method: 'POST',
        path,
        headers: {
          'x-origin-verify': originSecret,
          'content-type': 'application/json',
          'x-requested-with': 'shinkan',
          origin: site,
        },
        cookies: {
          ...(cookie === '' ? {} : { [REFRESH_COOKIE]: cookie }),
          ...(device === '' ? {} : { [DEVICE_COOKIE]: device }),
        },
        body: Buffer.from(JSON.stringify(body)),
        address,
      },
      ports(more),
    );

  return {
    open,
    now: () => new Date(Date.now() + ahead),
    /** The statements that `work` ran on both databases, as sent. */
    statementsOf: async (work: () => Promise<unknown>): Promise<string[]> => {
      statements.length = 0;
      await work();
      return [...statements];
    },
    /** Adds a member to the shop. */
    theShopAdds: (login: string, hash: string, withdrawnOn: string | null = null) =>
      open('shop').execute(
        `insert into customers (login_name, password, mail_address, nickname, withdrawn_on)
         values (:login, :hash, concat(:login, '@reader.example'), :login, :withdrawnOn)`,
        { login, hash, withdrawnOn },
      ),
    theClockMoves: (seconds: number) => {
      ahead += seconds * 1000;
    },
    tries: (login: string, password: string, from: From = {}) =>
      post('/auth/token', { login, password }, '', from),
    /** Makes all attempts at once and returns their statuses, in the order of logins. */
    statusesOf: async (logins: string[], password: string, from: From = {}): Promise<number[]> => {
      const tries = logins.map((login) => post('/auth/token', { login, password }, '', from));
      return (await Promise.all(tries)).map(({ statusCode }) => statusCode).sort();
    },
    /** A throttle that allows this many attempts a minute. */
    aThrottle: (perMinute: number, random?: () => number) =>
      openThrottle(open('shinkan'), {
        secret: throttleSecret,
        perMinute,
        warn: () => {},
        ...(random === undefined ? {} : { random }),
      }),
    /** Signs in on an unknown device and returns the cookie that makes it known. */
    makesADeviceKnown: async ({ login, password } = kiku): Promise<string> =>
      readDeviceCookie(await post('/auth/token', { login, password })),
    /** Adds members, all with one password. */
    theShopHas: async (logins: string[], password: string): Promise<void> => {
      const hash = bcryptOf(password);
      for (const [index, login] of logins.entries()) {
        await open('shop').execute(
          `insert into customers (customer_no, login_name, password, mail_address, nickname)
           values (:number, :login, :hash, :mail, :login)`,
          { number: 100 + index, login, hash, mail: `${login}@reader.example` },
        );
      }
    },
    /** Signs in and returns the refresh cookie. */
    signsIn: async (): Promise<string> => readCookie(await post('/auth/token', kiku)),
    refreshes: (cookie: string, more: Partial<AuthPorts> = {}) =>
      post('/auth/refresh', {}, cookie, more),
    signsOut: (cookie: string) => post('/auth/sign-out', {}, cookie),
    signsOutEverywhere: (cookie: string, more: Partial<AuthPorts> = {}) =>
      post('/auth/sign-out-everywhere', {}, cookie, more),
    /** Makes the shop’s view return this expression instead of the column. */
    theShopGives: (column: 'enabled' | 'display_name', expression: string) =>
      open('shop').execute(
        `create or replace view shop_member as
         select cast(c.customer_no as char(64)) as member_id, c.login_name as login,
           c.password as password_hash, c.mail_address as email,
           ${column === 'display_name' ? expression : 'c.nickname'} as display_name,
           ${column === 'enabled' ? expression : '1'} as enabled
         from customers c`,
      ),
    theShopSets: (column: 'password' | 'withdrawn_on', value: string) =>
      open('shop').execute(`update customers set ${column} = :value where customer_no = 7`, {
        value,
      }),
  };
}

/** The same API, recording its statements. */
function hearing(api: DataApi, statements: string[]): DataApi {
  return {
    ...api,
    executeStatement: (request) => {
      statements.push(request.sql ?? '');
      return api.executeStatement(request);
    },
  };
}

/** A request’s origin, and the ports that replace the endpoint’s usual ones for it. */
export interface From extends Partial<AuthPorts> {
  address?: string;
  /** The value of the device cookie. */
  device?: string;
}

/** The device cookie that an answer sets. */
export function readDeviceCookie({ cookies = [] }: Answer): string {
  const value = new RegExp(`^${DEVICE_COOKIE}=([^;]+);`).exec(cookies[1] ?? '')?.[1];
  if (value === undefined)
    throw new Error(`Expected a device's cookie, the answer sets ${cookies}`);
  return value;
}

/** The number of attempts that were checked: 401 means that the password was checked. */
export const heard = (statuses: number[]) => statuses.filter((status) => status === 401).length;

/** A stored password in the shop’s format, at a cost that a test can afford. */
export function bcryptOf(password: string): string {
  return `{bcrypt}${hashSync(password, 4)}`;
}

/** The refresh token that an answer sets; empty if it clears it. */
export function readCookie(answer: Answer): string {
  const [cookie] = answer.cookies ?? [];
  const value = new RegExp(`^${REFRESH_COOKIE}=([^;]*);`).exec(cookie ?? '')?.[1];
  if (value === undefined) throw new Error(`Expected a refresh cookie, the answer sets ${cookie}`);
  return value;
}
