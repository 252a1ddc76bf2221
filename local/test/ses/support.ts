import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Mail } from '../../services/ses/mail.ts';
import type { MailEvent } from '../../services/ses/mailEvents.ts';
import type { Sender } from '../../services/ses/readSender.ts';
import { startSes } from '../../services/ses/startSes.ts';

export function newMailsFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'shinkan-ses-')), 'mails.jsonl');
}

const sender: Sender = {
  identities: [
    { name: 'shop.example.jp', configurationSet: undefined, mailFromDomain: 'bounce.example.jp' },
    { name: 'owner@example.com', configurationSet: 'shinkan', mailFromDomain: undefined },
  ],
  configurationSets: [
    {
      name: 'shinkan',
      sendingEnabled: true,
      suppressedReasons: ['BOUNCE'],
      eventDestinations: [
        { configurationSet: 'shinkan', types: ['Send', 'Delivery', 'Bounce', 'Complaint'] },
      ],
    },
    { name: 'paused', sendingEnabled: false, suppressedReasons: undefined, eventDestinations: [] },
  ],
};

export const settings = {
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
};

/** Starts SES with one verified domain, one verified address and two configuration sets, one of them paused. */
export async function serve(mailsFile = newMailsFile()) {
  const events: MailEvent[] = [];
  const ses = await startSes({
    port: 0,
    inboxPort: 0,
    mailsFile,
    sender,
    publish: (event) => events.push(event),
    log: () => {},
  });
  const client = new SESClient({ ...settings, endpoint: ses.url });
  const v2 = new SESv2Client({ ...settings, endpoint: ses.url });
  const inbox = async () => {
    const response = await fetch(`${ses.inboxUrl}/store`);
    return ((await response.json()) as { emails: { messageId: string; subject: string }[] }).emails;
  };
  return { ses, client, v2, events, mailsFile, inbox, mails: () => readMails(mailsFile) };
}

export function readMails(file: string): Mail[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Mail);
}

/** A mail as the product sends it. Headers may be added or, with undefined, omitted. */
export function rawMail(
  headers: Record<string, string | undefined> = {},
  call: Partial<SendRawEmailCommandInput> = {},
): SendRawEmailCommand {
  const all = {
    From: '=?UTF-8?B?5paw5YiK44GK55+l44KJ44Gb?= <news@shop.example.jp>',
    To: 'hanako@example.org',
    Subject: '=?UTF-8?B?44CO6Zuq5Zu944Gu54Gv44CP5pys5pel55m65aOy?=',
    'List-Unsubscribe': '<https://shop.example.jp/unsubscribe?t=1>',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/alternative; boundary="b"',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value ? [`${name}: ${value}`] : [],
  );
  const part = (type: string, body: string) =>
    `--b\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
    `${Buffer.from(body).toString('base64')}\r\n`;
  const body = `${part('text/plain', '本日発売です')}${part('text/html', '<p>本日発売です</p>')}--b--\r\n`;
  const Data = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return new SendRawEmailCommand({ RawMessage: { Data }, ...call });
}
