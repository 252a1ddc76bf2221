import type { Language } from '../../../domain/language/language.ts';
import { SITE_PATH } from '../../../domain/language/sitePath.ts';
import { type Html, html } from '../../lib/html.ts';
import type { LinkedBook, LinkedStanding } from './readLinked.ts';
import { renderBook } from './renderBook.ts';
import { renderStanding } from './renderStanding.ts';
import { STYLE_PATH } from './style.ts';
import type { Outcome, PageWords, Subjects } from './words/pageWords.ts';
import { WORDS } from './words/words.ts';

/** The content of a page. */
export interface Page {
  language: Language;
  outcome: Outcome;
  subjects: Subjects;
  /** The link's book; null if the link is not about a book or it is gone. */
  book: LinkedBook | null;
  /** The link's contributor or series; null if the link is not about one or it is gone. */
  standing: LinkedStanding | null;
  /**
   * The possible next actions, each a button; the first one is emphasized if the page asks a
   * question.
   */
  actions: (keyof PageWords['buttons'])[];
}

/** Renders the page as HTML. It needs no script: its one form posts to the page's own address. */
export function renderPage(page: Page): string {
  const { language, outcome, subjects, book, standing } = page;
  const words = WORDS[language];
  const { heading: say, lines } = words.outcomes[outcome];
  const heading = say(subjects);
  const site = SITE_PATH[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${heading} | ${subjects.shopName}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<header>
<a href="${site}/">${words.site}</a>
<span>${subjects.shopName}</span>
</header>
<main>
<h1 class="${kindOf(outcome)}">${heading}</h1>
${book !== null && renderBook(book)}${standing !== null && renderStanding(standing)}
${lines(subjects).map((line) => html`<p>${line}</p>\n`)}
${renderScope(page)}
${renderForm(page)}
<ul class="links">
${book !== null && html`<li><a href="${site}/books/${encodeURIComponent(book.id)}">${words.links.book}</a></li>`}${standing !== null && html`<li><a href="${site}${pathOf(standing)}">${words.links.standing(subjects)}</a></li>`}
<li><a href="${site}/my">${words.links.settings}</a></li>
<li><a href="${site}/">${words.links.upcoming}</a></li>
</ul>
<p class="help">${words.help(subjects)}</p>
</main>
</body>
</html>
`.markup;
}

/** What ends and what does not, on pages that stop something. */
function renderScope({ language, outcome }: Page): Html | false {
  const { scopes, stops, goesOn } = WORDS[language];
  const scope = scopes[outcome];
  return (
    scope !== undefined &&
    html`<dl class="scope">
<dt>${stops}</dt>
${scope.stops.map((each) => html`<dd>${each}</dd>\n`)}
<dt>${goesOn}</dt>
${scope.goesOn.map((each) => html`<dd>${each}</dd>\n`)}
</dl>`
  );
}

function renderForm({ language, outcome, subjects, actions }: Page): Html | false {
  const { buttons, undoable } = WORDS[language];
  return (
    actions.length > 0 &&
    html`<form method="post" class="${outcome.startsWith('ask') ? 'ask' : 'next'}">
${actions.map((action) => html`<button name="action" value="${action}">${buttons[action](subjects)}</button>\n`)}
${actions.some((action) => action.startsWith('undo')) && html`<p class="undoable">${undoable}</p>`}
</form>`
  );
}

/** The path of its page on the site. */
function pathOf({ kind, id }: LinkedStanding): string {
  const folder = { CONTRIBUTOR: 'contributors', SERIES: 'series' }[kind];
  return `/${folder}/${encodeURIComponent(id)}`;
}

function kindOf(outcome: Outcome): 'ask' | 'done' | 'failed' {
  if (outcome.startsWith('ask')) return 'ask';
  return /^(stopped|resumed)/.test(outcome) ? 'done' : 'failed';
}
