import type { Mail } from '../services/ses/mail.ts';
import { type Html, html } from './html.ts';
import { moment, table } from './layout.ts';

const REASONS = {
  ON_ACCOUNT_LIST: 'on the suppression list',
  ON_GLOBAL_LIST: 'on the global suppression list',
  BOUNCED: 'bounced',
};

/** Mails as a table, each linked to its page. */
export function mailTable(mails: Mail[]): Html {
  const rows = mails.map(
    (mail) => html`<tr><td>${moment(mail.at)}</td>
<td><a href="/mails/${mail.messageId}" lang="ja">${mail.subject || '(no subject)'}</a></td>
<td>${mail.to.join(', ')}${mail.undelivered ? html` <strong class="bad">not delivered to all</strong>` : ''}</td></tr>`,
  );
  return table(['When', 'Subject', 'To'], rows, 'No mail has been sent yet.');
}

/** All details of one mail. Its HTML is shown in a sandboxed frame with no permissions. */
export function mailPage(mail: Mail): Html {
  const fields: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Message id', mail.messageId],
    [
      'Tags',
      Object.entries(mail.tags)
        .map((tag) => tag.join(' = '))
        .join(', '),
    ],
    [
      'Attachments',
      (mail.attachments ?? [])
        .map((one) => `${one.name} (${one.type}, ${one.size} bytes)`)
        .join(', '),
    ],
    [
      'Not delivered',
      Object.entries(mail.undelivered ?? {})
        .map(([to, why]) => `${to}: ${REASONS[why]}`)
        .join(', '),
    ],
  ];
  const told = fields.filter(([, value]) => value !== '');
  const headers = Object.entries(mail.headers).flatMap(([name, values]) =>
    [values].flat().map((value) => html`<dt>${name}</dt><dd lang="ja">${value}</dd>`),
  );
  return html`<section aria-label="Envelope"><dl><dt>Accepted</dt><dd>${moment(mail.at)}</dd>
${told.map(([name, value]) => html`<dt>${name}</dt><dd lang="ja">${value}</dd>`)}</dl>
<details><summary>All headers</summary><dl>${headers}</dl></details></section>
${mail.html === null ? '' : html`<section><h2>HTML</h2><iframe sandbox title="The mail's HTML" src="/mails/${mail.messageId}/html"></iframe></section>`}
${mail.text === null ? '' : html`<section><h2>Text</h2><pre lang="ja">${mail.text}</pre></section>`}`;
}
