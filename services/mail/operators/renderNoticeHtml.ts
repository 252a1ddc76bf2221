import { type Html, html } from '../../lib/html.ts';
import type { ToDo } from './noticeCommands.ts';
import type { PreviewPart } from './noticePreview.ts';
import type { NoticePart } from './writeNotice.ts';

const GOTHIC = "font-family:'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',sans-serif";
const SOFT = 'color:#5f5a52';
const CODE =
  'display:block;padding:8px 12px;background:#f4f1ea;color:#22211f;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere';

/** Renders the notice as an HTML page. */
export function renderNoticeHtml(subject: string, parts: NoticePart[]): string {
  const page = html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:24px 16px;font-size:15px;line-height:1.7;${GOTHIC}">
${parts.map(partAsHtml)}
</body>
</html>
`;
  return page.markup;
}

function partAsHtml(part: NoticePart): Html {
  return html`<div lang="${part.language}" style="max-width:720px;margin:0 auto 40px">
<p style="margin:0"><strong>${part.opening}</strong><br>${part.meaning}</p>
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:16px 0;font-size:14px">
${part.facts.map(
  ({ name, value }) =>
    html`<tr><td valign="top" style="padding:2px 16px 2px 0;white-space:nowrap;${SOFT}">${name}</td><td style="padding:2px 0;overflow-wrap:anywhere">${value}</td></tr>
`,
)}</table>
${part.preview !== null && previewAsHtml(part.preview)}<h2 style="margin:24px 0 8px;font-size:16px">${part.todoTitle}</h2>
${part.todo.map(toDoAsHtml)}<p style="margin:24px 0 0;font-size:13px;${SOFT}">${part.closing.map((line) => html`${line}<br>`)}</p>
</div>
`;
}

function previewAsHtml({ title, lines }: PreviewPart): Html {
  return html`<h2 style="margin:24px 0 8px;font-size:16px">${title}</h2>
<ul style="margin:0;padding-left:20px;font-size:14px">
${lines.map(
  ({ text, examples }) =>
    html`<li>${text}${
      examples.length > 0 &&
      html`<ul style="padding-left:20px">${examples.map((example) => html`<li>${example}</li>`)}</ul>`
    }</li>
`,
)}</ul>
`;
}

function toDoAsHtml({ what, ways }: ToDo): Html {
  return html`<p style="margin:12px 0 4px;font-size:14px">${what}</p>
${ways.map(
  ({ where, command }) =>
    html`<p style="margin:4px 0"><span style="font-size:12px;${SOFT}">${where}</span><code style="${CODE}">${command}</code></p>
`,
)}`;
}
