import { createRandom } from '../../testing/random.ts';
import { sized } from '../lib/smallest.ts';
import type { Inventor } from './inventBook.ts';

const EACH = sized(40, 4);
const KANA = [
  ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん',
];

/** Search terms, grouped by what makes them hard. */
export type Terms = { [kind: string]: string[] };

/** Words of the books, words and pieces of most books, and words that hardly any book has. */
export function someTerms({ words, invent }: Inventor, books: number): Terms {
  const random = createRandom(7);
  const times = <T>(make: () => T) => Array.from({ length: EACH }, make);
  const from = (first: number, last: number) => () =>
    random.pick(words.slice(first, last).filter((word) => [...word].length > 1));
  const common = from(0, 60);
  const kana = () => times4(() => random.pick(KANA));
  const times4 = (make: () => string) => Array.from({ length: 4 }, make).join('');
  const characters = [...new Set(words.slice(0, 2_000).join(''))];
  return {
    common: times(common),
    'in the middle': times(from(300, 3_000)),
    rare: times(from(20_000, 40_000)),
    'of a title': times(() => {
      const title = [...invent(random.whole(0, books - 1)).title];
      return title.slice(0, random.whole(4, 8)).join('');
    }),
    'absent, kanji': times(() => `${random.pick(characters)}鱻${random.pick(characters)}`),
    'absent, of known pairs': times(() => `${common()}${from(0, 3_000)()}鑑`),
    'absent, four kana': times(kana),
    'two common words': times(() => `${common()} ${common()}`),
    'a common and a rare word': times(() => `${common()} ${from(20_000, 40_000)()}`),
    'a common word and a character': times(() => `${common()} ${random.pick(characters)}`),
    'two characters': times(() => `${random.pick(characters)} ${random.pick(characters)}`),
    'one character': times(() => random.pick(characters)),
  };
}
