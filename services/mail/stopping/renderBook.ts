import { type Html, html } from '../../lib/html.ts';
import type { LinkedBook } from './readLinked.ts';

/** The number of cover papers in the style sheet. */
const PAPERS = 6;

/** Renders the book as on the site: a typeset cover, the title and the author. */
export function renderBook({ title, author, publisher }: LinkedBook): Html {
  const made = [author, publisher].filter((name) => name !== null).join('  ');
  return html`<div class="book" lang="ja">
<div class="cover paper-${paperOf(publisher ?? title)}" aria-hidden="true"><span>${title}</span></div>
<div>
<p class="title">${title}</p>
<p class="made">${made}</p>
</div>
</div>`;
}

/** Books of one publisher share a paper. */
function paperOf(name: string): string {
  const sum = Array.from(name).reduce((before, one) => before + (one.codePointAt(0) ?? 0), 0);
  return String(sum % PAPERS);
}
