import { type Html, html } from './html.ts';
import type { BookEntry, Letter } from './letter.ts';

// Readers of mail know tables and inline styles, and little else.
const GOTHIC = "font-family:'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',sans-serif";
const MINCHO = "font-family:'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif";
const SOFT = 'color:#5f5a52';
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:4px;background:#8c2f1b;color:#ffffff;text-decoration:none;font-weight:bold';

/** The letter as an HTML page. */
export function renderHtml(letter: Letter): string {
  const page = html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${letter.subject}</title>
</head>
<body style="margin:0;padding:24px 16px;font-size:16px;line-height:1.7;${GOTHIC}">
<div style="max-width:560px;margin:0 auto">
<p>${letter.salutation}</p>
<p>${letter.opening.map((line) => html`${line}<br>`)}</p>
${letter.books.map(renderBook)}
<hr style="border:0;border-top:1px solid #d8d2c6;margin:32px 0 16px">
<p style="font-size:13px;${SOFT}">${letter.reason}<br>
<a href="${letter.manage.url}" style="${SOFT}">${letter.manage.text}</a></p>
<p style="font-size:13px;${SOFT}">${letter.shopName}</p>
</div>
</body>
</html>
`;
  return page.markup;
}

function renderBook({ title, subtitle, facts, coverUrl, link }: BookEntry): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:24px 0">
<tr>
${
  coverUrl !== null &&
  html`<td width="112" valign="top"><img src="${coverUrl}" alt="" width="96" style="display:block;border:0"></td>`
}
<td valign="top">
<h2 style="margin:0 0 4px;font-size:20px;line-height:1.4;${MINCHO}">${title}</h2>
${subtitle !== null && html`<p style="margin:0 0 4px;${MINCHO}">${subtitle}</p>`}
${facts.map(({ name, value }) => html`<p style="margin:0;font-size:14px"><span style="${SOFT}">${name}</span> ${value}</p>`)}
<p style="margin:16px 0 0"><a href="${link.url}" style="${BUTTON}">${link.text}</a></p>
</td>
</tr>
</table>
`;
}
