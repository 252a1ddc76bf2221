import { expect, it } from 'vitest';
import { languageOfTag } from '../../../../domain/language/languageOfTag.ts';
import { languageOfPath } from '../../../../domain/language/sitePath.ts';

it.each([
  ['en', 'en'],
  ['EN-gb', 'en'],
  [' ja-JP ', 'ja'],
  ['eng', undefined],
  ['fr', undefined],
  ['', undefined],
])('languageOfTag reads %j as %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});

it.each([
  ['/', 'ja'],
  ['/books/1', 'ja'],
  ['/english', 'ja'],
  ['/en', 'en'],
  ['/en/books/1', 'en'],
])('languageOfPath reads %s as %s', (path, language) => {
  expect(languageOfPath(path)).toBe(language);
});
