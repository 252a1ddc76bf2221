import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the page says before its script does, in Japanese and in English. */
const WORDS: [string, string][] = [
  ['<html lang="ja"', '<html lang="en"'],
  ['<title>新刊のお知らせ</title>', '<title>New books</title>'],
  [
    'これから出る本を日付の順に。発売されたらすぐにお知らせします。',
    'The books to come, by date. We tell you the moment one is on sale.',
  ],
  [
    'このページを見るには JavaScript を有効にしてください。',
    'Please turn on JavaScript to see this page.',
  ],
];

/** Writes the app's one page a second time, as `en/index.html`, for addresses in English. */
export function englishPage(): Plugin {
  return {
    name: 'english-page',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const english = translate(readFileSync(join(dir, 'index.html'), 'utf8'));
      mkdirSync(join(dir, 'en'), { recursive: true });
      writeFileSync(join(dir, 'en/index.html'), english);
    },
  };
}

/** @throws when the page says something else by now. */
function translate(page: string): string {
  return WORDS.reduce((before, [japanese, english]) => {
    if (!before.includes(japanese)) throw new Error(`index.html: expected "${japanese}"`);
    return before.replaceAll(japanese, english);
  }, page);
}
