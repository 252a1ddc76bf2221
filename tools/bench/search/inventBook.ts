import { NEW_KANJI } from '../../../domain/text/oldKanji.ts';
import type { Contributor } from '../../../services/ingest/book/contributors.ts';
import type { SeriesStatement } from '../../../services/ingest/book/series.ts';
import { createRandom, type Random } from '../../testing/random.ts';
import { sized } from '../lib/smallest.ts';

const KANJI = `${NEW_KANJI}日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賀訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達`;
const KANA =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポ';
const WORDS = 40_000;
const PEOPLE = sized(120_000, 1_000);
const PUBLISHERS = 2_000;
/**
 * People are less uneven than words: the nth has a part in books about as often as 1 / (n + 900). Of the
 * 1.25 million parts in a million books the first then has some 280, as the busiest of a real catalogue,
 * and the last two; two who share a name count as one.
 */
const BUSY_PEOPLE = 900;

/** The columns of the table `book` that differ from one invented book to another. */
export interface InventedBook {
  id: string;
  isbn: string;
  title: string;
  subtitle: string | null;
  titleReading: string | null;
  volume: string | null;
  contributors: Contributor[];
  series: SeriesStatement[];
  publisher: string;
  releaseOrder: string;
  createdAt: string;
}

export interface Inventor {
  invent(index: number): InventedBook;
  /** The words of the titles, the most frequent first. */
  words: string[];
  /** As many people as there are at most in the books, of years ago: they have a part in none. */
  formerPeople: Person[];
}

export interface Person {
  name: string;
  reading: string;
}

/**
 * Invents books whose words, people and publishers are as unevenly frequent as real ones: the nth
 * word occurs about an nth as often as the first. The same seed gives the same books.
 */
export function createInventor(seed: number): Inventor {
  const random = createRandom(seed);
  const words = Array.from({ length: WORDS }, () => inventWord(random));
  const people = Array.from({ length: PEOPLE }, () => inventPerson(random));
  const publishers = Array.from(
    { length: PUBLISHERS },
    () => `${kanji(random, 2)}${random.pick(['社', '書房', '出版', '堂', '館'])}`,
  );
  return {
    words: words.map(({ text }) => text),
    // From a separate random sequence, so that the books do not depend on them.
    formerPeople: inventFormerPeople(seed, people),
    invent(index) {
      const some = (most: number) =>
        Array.from({ length: random.whole(1, most) }, () => uneven(random, words));
      const title = some(4);
      const subtitle = random.chance(0.3) ? some(3) : null;
      const join = random.pick(['', 'の', 'と', ' ']);
      const day = new Date(Date.UTC(2027, 0, 1 + Math.floor(365 * random.next() ** 2)));
      const order = day.toISOString().slice(0, 10).replaceAll('-', '');
      return {
        id: `bench-${String(index).padStart(7, '0')}`,
        isbn: String(9_784_000_000_000 + index),
        title: title.map((word) => word.text).join(join),
        subtitle: subtitle?.map((word) => word.text).join('の') ?? null,
        titleReading: random.chance(0.7) ? title.map((word) => word.reading).join('ノ') : null,
        volume: random.chance(0.35) ? String(random.whole(1, 30)) : null,
        contributors: Array.from({ length: random.chance(0.25) ? 2 : 1 }, () => {
          const { name, reading } = uneven(random, people, BUSY_PEOPLE);
          return {
            name,
            reading: random.chance(0.7) ? reading : null,
            role: 'AUTHOR',
            roleText: '著',
          };
        }),
        series: random.chance(0.25)
          ? [{ name: `${uneven(random, words).text}文庫`, number: null }]
          : [],
        publisher: uneven(random, publishers),
        releaseOrder: order.repeat(2),
        createdAt: new Date(Date.UTC(2026, 0, 1) + index * 20_000)
          .toISOString()
          .slice(0, 19)
          .replace('T', ' '),
      };
    },
  };
}

function inventWord(random: Random): { text: string; reading: string } {
  if (random.chance(0.3)) {
    const text = kana(random, random.whole(3, 6));
    return { text, reading: text };
  }
  return { text: kanji(random, random.whole(1, 3)), reading: kana(random, random.whole(3, 6)) };
}

function inventPerson(random: Random): Person {
  return {
    name: `${kanji(random, 2)} ${kanji(random, random.whole(1, 3))}`,
    reading: `${kana(random, random.whole(3, 5))} ${kana(random, random.whole(2, 4))}`,
  };
}

function inventFormerPeople(seed: number, people: Person[]): Person[] {
  const random = createRandom(seed + 1);
  const taken = new Set(people.map(({ name }) => name));
  return people.map(() => {
    let person = inventPerson(random);
    while (taken.has(person.name)) person = inventPerson(random);
    taken.add(person.name);
    return person;
  });
}

/** Picks from a list in which the nth occurs about as often as 1 / (n + `level`). */
function uneven<T>(random: Random, from: readonly T[], level = 0): T {
  const first = level + 1;
  const place = Math.floor(first * ((level + from.length) / first) ** random.next()) - first;
  return from[place] ?? random.pick(from);
}

function kanji(random: Random, length: number): string {
  return Array.from({ length }, () => uneven(random, SHUFFLED)).join('');
}

const SYLLABLES = [...KANA];
const SHUFFLED = createRandom(1).shuffle([...new Set(KANJI)]);

function kana(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(SYLLABLES)).join('');
}
