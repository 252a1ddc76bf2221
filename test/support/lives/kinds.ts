import type { Random } from '../../../tools/testing/random.ts';
import { anotherDate, inventIsbn, type Partner, type PartnersBook } from './partner.ts';
import { twoWordings } from './wordings.ts';
import type { Fault, Whole } from './words.ts';

/** The means by which a life is told. */
export interface Telling {
  random: Random;
  partner: Partner;
  /** A number unique to this life. */
  life: number;
  /** A new book of this life. */
  book(more?: Partial<Whole>): PartnersBook;
}

/** The events of a life; after each, yields the number of days until the next. */
type Life = (telling: Telling) => Generator<number, void, void>;

const FAULTS: Fault[] = ['price', 'date', 'isbn', 'title', 'cells'];

/** Every kind of life, with its share in a hundred books. */
export const kinds: { [kind: string]: { share: number; live: Life } } = {
  quiet: {
    share: 22,
    *live({ book, random }) {
      yield random.whole(0, 3);
      book().announces();
    },
  },
  'without an ISBN': {
    share: 5,
    *live({ book, random }) {
      const pamphlet = book({ isbn: null });
      pamphlet.announces();
      yield random.whole(1, 8);
      pamphlet.changes({ release: anotherDate(random, pamphlet.whole.release) });
    },
  },
  'moved again and again': {
    share: 15,
    *live({ book, random }) {
      const restless = book();
      restless.announces();
      for (let times = random.whole(1, 4); times > 0; times -= 1) {
        yield random.whole(1, 6);
        restless.changes({ release: anotherDate(random, restless.whole.release) });
      }
    },
  },
  'told in other words': {
    share: 6,
    *live({ book, random }) {
      const [first, second] = twoWordings(random);
      const reworded = book({ release: first });
      reworded.announces();
      yield random.whole(1, 9);
      reworded.changes({ release: second });
      yield random.whole(1, 9);
      reworded.changes({ title: `改題 ${reworded.whole.title}` });
    },
  },
  cancelled: {
    share: 6,
    *live({ book, random }) {
      const doomed = book();
      doomed.announces();
      yield random.whole(1, 9);
      doomed.cancels();
      if (random.chance(0.3)) {
        yield random.whole(1, 5);
        doomed.cancels();
      }
    },
  },
  revived: {
    share: 6,
    *live({ book, random }) {
      const risen = book();
      risen.announces();
      for (let times = random.whole(1, 2); times > 0; times -= 1) {
        yield random.whole(1, 5);
        risen.cancels();
        yield random.whole(1, 5);
        const release = anotherDate(random, risen.whole.release);
        const how = random.pick(['as it was', 'on another date', 'without saying so']);
        if (how === 'as it was') risen.revives();
        if (how === 'on another date') risen.revives({ release });
        if (how === 'without saying so') risen.changes({ release });
      }
    },
  },
  'gone from full lists': {
    share: 6,
    *live({ book, random }) {
      const silent = book();
      silent.announces();
      yield random.whole(1, 6);
      silent.leavesTheList();
      yield random.whole(2, 16);
      const next = random.pick(['back', 'moved', 'cancelled', 'never heard of again']);
      if (next === 'back') silent.returnsToTheList();
      if (next === 'moved') {
        silent.changes({ release: anotherDate(random, silent.whole.release) });
      }
      if (next === 'cancelled') silent.cancels();
    },
  },
  'of another price': {
    share: 6,
    *live({ book, random }) {
      const dear = book();
      dear.announces();
      for (let times = random.whole(1, 3); times > 0; times -= 1) {
        yield random.whole(1, 6);
        dear.reprices(random.pick([1400, 1600, 1800, 2400]));
      }
      yield random.whole(1, 4);
      dear.changes({ price: random.pick([1400, 1600]) });
    },
  },
  'two volumes of one ISBN': {
    share: 4,
    *live({ book, random, life }) {
      const isbn = inventIsbn(500_000 + life);
      const upper = book({ isbn, volume: '上' });
      const lower = book({ isbn, volume: '下' });
      upper.announces();
      // A second volume may become known in a later file.
      if (random.chance(0.3)) yield random.whole(1, 5);
      lower.announces();
      yield random.whole(1, 8);
      const moved = random.pick([upper, lower]);
      moved.changes({ release: anotherDate(random, moved.whole.release) });
      yield random.whole(1, 8);
      random.pick([upper, lower]).cancels();
    },
  },
  'given an ISBN later': {
    share: 3,
    *live({ book, random, life }) {
      const late = book({ isbn: null });
      late.announces();
      yield random.whole(1, 8);
      late.changes({ isbn: inventIsbn(500_000 + life) });
    },
  },
  'under an ISBN that was another’s': {
    share: 2,
    *live({ book, random, life }) {
      const first = book();
      first.announces();
      yield random.whole(1, 6);
      const { isbn } = first.whole;
      first.changes({ isbn: inventIsbn(500_000 + life) });
      if (random.chance(0.5)) yield random.whole(1, 6);
      book({ isbn }).announces();
    },
  },
  'under a new record': {
    share: 3,
    *live({ book, random, life }) {
      const moved = book();
      moved.announces();
      yield random.whole(1, 6);
      if (random.chance(0.6)) {
        moved.cancels();
        yield random.whole(1, 5);
      }
      moved.revives({ record: `NEU-${life}` });
    },
  },
  'spoken of again and again in one file': {
    share: 6,
    *live({ book, random }) {
      const talked = book();
      talked.announces();
      if (random.chance(0.5)) yield random.whole(1, 6);
      for (let times = random.whole(1, 3); times > 0; times -= 1) {
        talked.changes({ release: anotherDate(random, talked.whole.release) });
      }
      if (random.chance(0.3)) talked.reprices(1700);
      if (random.chance(0.3)) talked.cancels();
      if (random.chance(0.3)) talked.revives();
      yield random.whole(1, 6);
      talked.changes({ title: `${talked.whole.title} 新版` });
    },
  },
  'mended after a bad row': {
    share: 4,
    *live({ book, random }) {
      const clumsy = book();
      if (random.chance(0.5)) clumsy.announces();
      if (random.chance(0.8)) yield random.whole(1, 6);
      clumsy.stumbles(random.pick(FAULTS));
      yield random.whole(1, 6);
      clumsy.changes({ release: anotherDate(random, clumsy.whole.release) });
    },
  },
  'spoken of before it was announced': {
    share: 2,
    *live({ book, random }) {
      const unknown = book();
      if (random.chance(0.5)) unknown.cancels();
      else unknown.reprices(1900);
      yield random.whole(1, 6);
      unknown.announces();
    },
  },
  'not public yet': {
    share: 2,
    *live({ book, random, partner }) {
      const secret = book({ publicFrom: dayName(partner.day + random.whole(1, 8)) });
      secret.announces();
      yield random.whole(1, 12);
      secret.changes({ title: `${secret.whole.title} 決定版` });
    },
  },
  'swapping two dates': {
    share: 2,
    *live({ book, random }) {
      const swinging = book();
      const there = swinging.whole.release;
      const back = anotherDate(random, there);
      swinging.announces();
      for (let times = random.whole(2, 5); times > 0; times -= 1) {
        yield random.whole(1, 4);
        swinging.changes({ release: times % 2 === 0 ? back : there });
      }
    },
  },
};

/**
 * No row of these lives is lost or late. A book that takes over an ISBN is the same book to anyone
 * who has not heard what happened to the other one; and a file with rows held until their day is
 * never the repeat of another.
 */
export const punctual = new Set([
  'under an ISBN that was another’s',
  'under a new record',
  'not public yet',
]);

const FIRST_DAY = Date.UTC(2027, 0, 11);

/** The day `number` days after the first one, as `YYYY-MM-DD`. */
export function dayName(number: number): string {
  return new Date(FIRST_DAY + number * 86_400_000).toISOString().slice(0, 10);
}
