import type { Language } from '../../../../domain/language/language.ts';
import type { PageWords } from './pageWords.ts';
import { pageWordsEn } from './pageWordsEn.ts';
import { pageWordsJa } from './pageWordsJa.ts';

export const WORDS: { [language in Language]: PageWords } = { ja: pageWordsJa, en: pageWordsEn };
