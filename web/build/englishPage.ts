import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import en from '../src/lib/messages/en.json' with { type: 'json' };
import ja from '../src/lib/messages/ja.json' with { type: 'json' };
import { messagesFile } from './messagesFile.ts';

/** The page's static texts in Japanese and English; the app shows the same. */
const WORDS: [string, string][] = [
  ['<html lang="ja"', '<html lang="en"'],
  [`<title>${ja.site.name}</title>`, `<title>${en.site.name}</title>`],
  [
    'これから出る本を日付の順に。発売されたらすぐにお知らせします。',
    'The books to come, by date. We tell you the moment one is on sale.',
  ],
  [
    'このページを見るには JavaScript を有効にしてください。',
    'Please turn on JavaScript to see this page.',
  ],
  ['<header class="site-header" lang="ja">', '<header class="site-header" lang="en">'],
  [
    `<a href="/" class="site-header__name">${ja.site.name}<`,
    `<a href="/en" class="site-header__name">${en.site.name}<`,
  ],
  ['<form action="/">', '<form action="/en">'],
  [ja.site.search, en.site.search],
  [`<button type="submit">${ja.site.find}<`, `<button type="submit">${en.site.find}<`],
  [`aria-label="${ja.site.menu}"`, `aria-label="${en.site.menu}"`],
  [`<a href="/">${ja.site.upcoming}<`, `<a href="/en">${en.site.upcoming}<`],
  [`<a href="/calendar">${ja.site.calendar}<`, `<a href="/en/calendar">${en.site.calendar}<`],
  [`<a href="/my">${ja.site.my}<`, `<a href="/en/my">${en.site.my}<`],
];

/** Writes the app's HTML a second time, as `en/index.html`, for English addresses. */
export function englishPage(): Plugin {
  return {
    name: 'english-page',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const files = (['first', 'later'] as const).map((half): [string, string] => [
        messagesFile(bundle, 'ja', half),
        messagesFile(bundle, 'en', half),
      ]);
      const english = translate(readFileSync(join(dir, 'index.html'), 'utf8'), [
        ...WORDS,
        ...files,
      ]);
      mkdirSync(join(dir, 'en'), { recursive: true });
      writeFileSync(join(dir, 'en/index.html'), english);
    },
  };
}

/** @throws if the page no longer contains a text. */
function translate(page: string, words: [string, string][]): string {
  return words.reduce((before, [japanese, english]) => {
    if (!before.includes(japanese)) throw new Error(`index.html: expected "${japanese}"`);
    return before.replaceAll(japanese, english);
  }, page);
}
