import { type Html, html } from '../../lib/html.ts';
import type { BookEntry, Cover } from './entry.ts';
import { ACCENT, BUTTON, LINE, MINCHO, QUIET_BUTTON, SOFT } from './styles.ts';

/** Renders a book of the letter: the cover on the left, the text on the right. */
export function renderEntry(entry: BookEntry): Html {
  const { title, subtitle, note, release, facts, link, why, stops } = entry;
  return html`<table class="line" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:24px 0 0;border-top:1px solid;${LINE}">
<tr>
<td width="96" valign="top" style="width:96px;padding:24px 16px 0 0">${renderCover(entry.cover)}</td>
<td valign="top" style="padding:24px 0 0;overflow-wrap:anywhere">
${note !== null && html`<p class="accent" style="margin:0 0 4px;font-size:14px;font-weight:bold;${ACCENT}">${note}</p>`}
<h3 style="margin:0 0 4px;font-size:20px;font-weight:bold;line-height:1.4;${MINCHO}"><bdi lang="ja">${title}</bdi></h3>
${subtitle !== null && html`<p style="margin:0 0 8px;${MINCHO}"><bdi lang="ja">${subtitle}</bdi></p>`}
${release !== null && renderRelease(release)}
${facts.map(
  ({ name, value }) =>
    html`<p style="margin:0;font-size:14px"><span class="soft" style="${SOFT}">${name}</span> <bdi>${value}</bdi></p>
`,
)}
<p style="margin:16px 0 8px"><a class="${link.isPurchase ? 'button' : 'quiet'}" href="${link.url}" style="${link.isPurchase ? BUTTON : QUIET_BUTTON}">${link.text}</a></p>
${why !== null && html`<p class="soft" style="margin:0;font-size:13px;${SOFT}"><bdi>${why}</bdi></p>`}
${stops.map(
  ({ text, url }) =>
    html`<p style="margin:0"><a class="soft" href="${url}" style="display:inline-block;padding:6px 0;font-size:13px;${SOFT}"><bdi>${text}</bdi></a></p>
`,
)}
</td>
</tr>
</table>
`;
}

function renderRelease({ name, now, before }: NonNullable<BookEntry['release']>): Html {
  return html`<p style="margin:0 0 8px"><span class="soft" style="font-size:14px;${SOFT}">${name}</span>
${before !== null && html`<span class="soft" style="${SOFT}"><s style="display:inline-block">${before}</s> → </span>`}<strong style="display:inline-block">${now}</strong></p>`;
}

/** If pictures are not shown, the alternative text appears on the same paper as a typeset cover. */
function renderCover({ url, alt, title, author, colour }: Cover): Html {
  const paper = `width:96px;background-color:${colour};color:#ffffff;${MINCHO}`;
  if (url !== null) {
    return html`<img src="${url}" alt="${alt}" width="96" style="display:block;border:0;height:auto;font-size:12px;line-height:1.4;${paper}">`;
  }
  return html`<div aria-hidden="true" lang="ja" style="box-sizing:border-box;min-height:136px;padding:12px 8px;border-radius:2px;font-size:13px;line-height:1.4;overflow:hidden;overflow-wrap:anywhere;${paper}">
<div style="min-height:80px"><bdi>${title}</bdi></div>
<div style="margin:8px 0 0;font-size:11px"><bdi>${author}</bdi></div>
</div>`;
}
