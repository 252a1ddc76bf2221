import { html } from '../compose/html.ts';
import type { Language } from '../language.ts';
import { SITE_PATH } from '../links/sitePath.ts';
import { STYLE_PATH } from './style.ts';
import { type Outcome, type Subjects, WORDS, type Words } from './words.ts';

/** What a page shows. */
export interface Page {
  language: Language;
  outcome: Outcome;
  subjects: Subjects;
  /** What can be done next, each a button; the first one stands out where the page asks. */
  actions: (keyof Words['buttons'])[];
}

/** The page as HTML. It needs no script: its one form posts to the page's own address. */
export function renderPage({ language, outcome, subjects, actions }: Page): string {
  const { outcomes, buttons, settings, help } = WORDS[language];
  const { heading, lines } = outcomes[outcome];
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
<main>
<p class="shop">${subjects.shopName}</p>
<h1>${heading}</h1>
${lines(subjects).map((line) => html`<p>${line}</p>\n`)}
${
  actions.length > 0 &&
  html`<form method="post" class="${outcome.startsWith('ask') ? 'ask' : 'next'}">
${actions.map((action) => html`<button name="action" value="${action}">${buttons[action]}</button>\n`)}
</form>`
}
<p class="aside"><a href="${SITE_PATH[language]}/my">${settings}</a></p>
<p class="aside">${help(subjects)}</p>
</main>
</body>
</html>
`.markup;
}
