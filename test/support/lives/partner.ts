import type { Random } from '../../../tools/testing/random.ts';
import { anyWording, type Wording } from './wordings.ts';
import type { Fault, LifeBook, Whole, Word } from './words.ts';

const MINUTES_A_DAY = 1440;

/** The partner's desk: today's rows, and the books that a full list names. */
export interface Partner {
  day: number;
  /** Begins a new day and clears yesterday's rows. */
  begin(day: number): void;
  words: Word[];
  /** The rows of a full list: today's rows, and the current row of every other listed book. */
  listAll(): Word[];
  book(life: number, kind: string, more?: Partial<Whole>): PartnersBook;
}

/** A book in the partner's hands. Each verb puts one row on today's desk. */
export interface PartnersBook {
  whole: Whole;
  announces(): void;
  changes(more: Partial<Whole>): void;
  revives(more?: Partial<Whole>): void;
  cancels(): void;
  reprices(price: number): void;
  /** Corrupts the row for this change; the partner's own record stays as it was. */
  stumbles(fault: Fault): void;
  /** Omits the book from full lists from now on, or includes it again. */
  leavesTheList(): void;
  returnsToTheList(): void;
}

export function createPartner(random: Random): Partner {
  const listed = new Map<LifeBook, Word>();
  let said: Word[] = [];
  let clock = 0;
  let made = 0;
  /** Later than all earlier rows. */
  const now = () => {
    clock += 1;
    return clock;
  };
  const partner: Partner = {
    day: 0,
    get words() {
      return said;
    },
    begin(day) {
      partner.day = day;
      said = [];
      clock = Math.max(clock, day * MINUTES_A_DAY);
    },
    listAll() {
      const spoken = new Set(said.map(({ book }) => book));
      return [...said, ...[...listed].flatMap(([book, word]) => (spoken.has(book) ? [] : [word]))];
    },
    book(life, kind, more = {}) {
      made += 1;
      return openBook({ life, kind, name: `${kind} ${made}` }, inventWhole(random, made, more));
    },
  };

  function openBook(book: LifeBook, whole: Whole): PartnersBook {
    let standing: Word | undefined;
    const list = (word: Word) => {
      standing = word;
      listed.set(book, word);
    };
    const say = (action: '新規' | '変更' | '復活', more: Partial<Whole>) => {
      self.whole = { ...self.whole, ...more };
      const { record } = self.whole;
      const word: Word = { book, record, time: now(), says: 'whole', action, whole: self.whole };
      said.push(word);
      list(word);
    };
    const self: PartnersBook = {
      whole,
      announces: () => say('新規', {}),
      changes: (more) => say('変更', more),
      revives: (more = {}) => say('復活', more),
      cancels() {
        said.push({ book, record: self.whole.record, time: now(), says: 'cancelled' });
        listed.delete(book);
      },
      reprices(price) {
        said.push({ book, record: self.whole.record, time: now(), says: 'price', price });
        self.whole = { ...self.whole, price };
        // The next full list shows the new price in a row as old as the revision.
        if (standing?.says === 'whole') list({ ...standing, time: clock, whole: self.whole });
      },
      stumbles(fault) {
        const { record } = self.whole;
        said.push({
          book,
          record,
          time: now(),
          says: 'nothing readable',
          fault,
          whole: self.whole,
        });
      },
      leavesTheList: () => listed.delete(book),
      returnsToTheList: () => standing && listed.set(book, standing),
    };
    return self;
  }
  return partner;
}

function inventWhole(random: Random, number: number, more: Partial<Whole>): Whole {
  return {
    record: `KZ-${number}`,
    isbn: inventIsbn(number),
    title: random.pick([`灯台守の算術 ${number}`, `霧の駅, ${number}番線`, `"海図" ${number}`]),
    volume: null,
    release: anyWording(random),
    price: random.pick([null, 1400, 1600, 2200]),
    publicFrom: null,
    description: random.pick([null, null, '一行目\n二行目、"引用"']),
    ...more,
  };
}

/** A formally valid ISBN for each number up to a million. */
export function inventIsbn(number: number): string {
  const body = `979${String(number).padStart(9, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A date that differs from the known one, at least in its wording. */
export function anotherDate(random: Random, release: Wording): Wording {
  const other = anyWording(random);
  return other.text === release.text ? anotherDate(random, release) : other;
}
