import { beforeEach } from 'vitest';
import type { Database } from '../../../db/database.ts';
import type { Answer } from '../../../services/lib/http/answer.ts';
import type { LinkSecrets } from '../../../services/mail/links/linkSecrets.ts';
import { type LinkTarget, signLink } from '../../../services/mail/links/linkToken.ts';
import { route } from '../../../services/mail/stopping/route.ts';

const originSecret = 'a secret of the origin';

/** One request to the page behind a link, as a test describes it. */
interface Asked {
  method?: string;
  token?: string;
  /** A form with these fields, or any bytes with any type. */
  body?: { [name: string]: string } | { type: string; bytes: string | Uint8Array };
  language?: string;
  origin?: string;
}

/**
 * The page behind the links of mails, on a database that the test opens and a clock that it moves.
 * Before each test, no member has settings or consents.
 */
export function aLinkPage(open: () => Database) {
  let ahead = 0;
  let secrets: LinkSecrets = ['a secret of links'];
  beforeEach(async () => {
    ahead = 0;
    secrets = ['a secret of links'];
    for (const table of ['member_setting', 'consent', 'mail_stop'])
      await open().execute(`delete from ${table}`);
  });

  const ask = (asked: Asked, database = open()): Promise<Answer> => {
    const { type, bytes } = toBody(asked.body);
    return route(
      {
        method: asked.method ?? 'POST',
        path: `/mail/unsubscribe/${asked.token}`,
        headers: {
          'x-origin-verify': asked.origin ?? originSecret,
          ...(type === undefined ? {} : { 'content-type': type }),
          ...(asked.language === undefined ? {} : { 'accept-language': asked.language }),
        },
        body: Buffer.from(bytes),
      },
      {
        database,
        config: {
          originSecret,
          linkSecrets: secrets,
          shopName: '見本書店',
          contact: '03-0000-0000',
        },
        clock: () => new Date(Date.now() + ahead),
        pause: async () => {},
      },
    );
  };

  return {
    ask,
    link: (target: LinkTarget) => signLink(secrets, target),
    theSecretsAre: (...now: LinkSecrets) => {
      secrets = now;
    },
    theClockMoves: (hours: number) => {
      ahead += hours * 3_600_000;
    },
    /** Presses a button of the page. */
    presses: (token: string, action: string, more: Asked = {}) =>
      ask({ token, body: { action }, ...more }),
    /** Posts what a mail program posts (RFC 8058). */
    oneClick: (token: string) => ask({ token, body: { 'List-Unsubscribe': 'One-Click' } }),
  };
}

function toBody(body: Asked['body']): { type?: string; bytes: string | Uint8Array } {
  if (body === undefined) return { bytes: '' };
  if (isBytes(body)) return body;
  return {
    type: 'application/x-www-form-urlencoded',
    bytes: new URLSearchParams(body).toString(),
  };
}

function isBytes(body: object): body is { type: string; bytes: string | Uint8Array } {
  return 'bytes' in body;
}
