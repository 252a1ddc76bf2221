import { type Html, html } from '../../lib/html.ts';
import type { Letter, Section } from './letter.ts';
import type { Link } from './link.ts';
import { renderEntry } from './renderEntry.ts';
import { GOTHIC, INK, LINE, MINCHO, PAPER, SOFT, STYLES } from './styles.ts';

/** Renders the letter as an HTML page. */
export function renderHtml(letter: Letter): string {
  const page = html`<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
${STYLES}
</head>
<body class="paper" style="margin:0;padding:0;${PAPER}">
<div class="paper ink" style="margin:0 auto;max-width:600px;padding:24px 20px 40px;font-size:16px;line-height:1.7;${PAPER};${INK};${GOTHIC}">
<p style="margin:0 0 16px"><bdi>${letter.salutation}</bdi></p>
<p style="margin:0 0 8px">${letter.opening.map((line) => html`${line}<br>`)}</p>
${letter.sections.map(renderSection)}
<div class="line soft" style="margin:40px 0 0;padding:16px 0 0;border-top:1px solid;font-size:13px;line-height:1.7;${LINE};${SOFT}">
<p style="margin:0 0 12px">${letter.reason}</p>
<p style="margin:0 0 12px">${letter.refusal}<br>
${[letter.stopAll, letter.manage].map(renderLink)}</p>
<p style="margin:0">${letter.sender.map(renderSender)}</p>
</div>
</div>
</body>
</html>
`;
  return page.markup;
}

function renderSection({ heading, lead, books }: Section): Html {
  return html`${
    heading !== null &&
    html`<h2 style="margin:40px 0 4px;font-size:18px;line-height:1.4;${MINCHO}">${heading}</h2>
`
  }${lead !== null && html`<p style="margin:0">${lead}</p>`}
${books.map(renderEntry)}`;
}

function renderSender({ name, value, url }: Letter['sender'][number]): Html {
  const shown = html`<bdi>${value}</bdi>`;
  return html`${name}: ${
    url === null ? shown : html`<a class="soft" href="${url}" style="${SOFT}">${shown}</a>`
  }<br>
`;
}

function renderLink({ text, url }: Link): Html {
  return html`<a class="soft" href="${url}" style="display:inline-block;padding:6px 0;margin:0 20px 0 0;${SOFT}">${text}</a>
`;
}
