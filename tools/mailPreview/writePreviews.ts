import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { html } from '../../services/lib/html.ts';
import { composeMail } from '../../services/mail/compose/composeMail.ts';
import { mailLinks } from '../../services/mail/links/mailLinks.ts';
import { COVER_URL, PREVIEWS, type Preview } from './previews.ts';

const letterhead = {
  from: 'shinkan@shop.example',
  shopName: '見本書店',
  siteUrl: 'https://shinkan.example',
  postalAddress: '〒101-0051 東京都千代田区神田神保町0-0-0 見本書店',
  contact: 'https://shop.example/contact',
};
// Links of previews lead nowhere.
const links = mailLinks(['preview'], letterhead.siteUrl, '10001');

const COVER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 136"><rect width="96" height="136" fill="#dfe7e4"/><path d="M0 96q24-12 48 0t48 0v40H0z" fill="#5f8f97"/><path d="M44 40h8l4 52H40z" fill="#fffdf9"/><path d="M42 34h12v8H42z" fill="#a02c20"/></svg>`;

/**
 * Writes each preview as the message that SES would get, and as the page and the text that a reader's
 * program makes of it, with an index; gives the path of the index.
 */
export async function writePreviews(folder: string, date: Date): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, file), content);
  write('cover.svg', COVER);
  const entries = [];
  for (const preview of PREVIEWS) {
    const raw = await compose(preview, date);
    const { subject = '', html: page = '', text = '' } = await PostalMime.parse(raw);
    write(`${preview.name}.eml`, raw);
    write(`${preview.name}.html`, page.replaceAll(COVER_URL, 'cover.svg'));
    write(`${preview.name}.txt`, text);
    entries.push({ name: preview.name, subject });
  }
  write('index.html', indexOf(entries));
  return join(folder, 'index.html');
}

function compose({ name, ...preview }: Preview, date: Date): Promise<Uint8Array> {
  const to = 'haruka@reader.example';
  return composeMail({ ...preview, letterhead, links, mailKey: `preview-${name}`, to, date });
}

function indexOf(entries: { name: string; subject: string }[]): string {
  return html`<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mails</title>
<body style="margin:24px auto;max-width:60rem;padding:0 16px;font-family:system-ui,sans-serif;line-height:1.7">
<h1>Mails</h1>
<ul>
${entries.map(
  ({
    name,
    subject,
  }) => html`<li><a href="${name}.html">${name}</a> (<a href="${name}.txt">txt</a>, <a href="${name}.eml">eml</a>) <bdi>${subject}</bdi></li>
`,
)}</ul>
</body>
</html>
`.markup;
}
