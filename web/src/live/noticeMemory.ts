import { lasting } from '../lib/browserMemory.ts';

/** What became of the notice of one sale, which `seq` of the log names. */
export interface NoticeMark {
  seq: string;
  bookId: string;
  isRead: boolean;
}

/** What a browser remembers of each reader's notices, for all its tabs. */
export interface NoticeMemory {
  /** Up to where of the log it is known what concerns this reader; null at the first visit. */
  cursor(reader: string): string | null;
  keepCursor(reader: string, cursor: string): void;
  /** Every mark, oldest sale first. */
  marks(reader: string): NoticeMark[];
  mark(reader: string, mark: NoticeMark): void;
  /** Forgets everybody but this reader; everybody with null. */
  forgetOthers(reader: string | null): void;
  /** Calls back when another tab has marked something. */
  watch(onChange: () => void): void;
}

type Kept = Pick<typeof lasting, 'recall' | 'keep' | 'forget' | 'keysOf'>;

const KEY = 'notices.';

/** So many marks are kept of each reader: more than anybody's books go on sale in between two visits. */
const MOST = 200;

/** Each mark has a key of its own, so that no tab overwrites what another has just written. */
export function createNoticeMemory(kept: Kept = lasting): NoticeMemory {
  const prefix = (reader: string) => `${KEY}${reader}.`;

  function marks(reader: string): NoticeMark[] {
    return kept
      .keysOf(`${prefix(reader)}sale.`)
      .flatMap((key) => readMark(key, kept.recall(key)))
      .sort((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
  }

  const keyOf = (reader: string, seq: string) => `${prefix(reader)}sale.${seq}`;

  return {
    cursor: (reader) => kept.recall(`${prefix(reader)}cursor`),
    keepCursor: (reader, cursor) => kept.keep(`${prefix(reader)}cursor`, cursor),
    marks,
    mark(reader, { seq, bookId, isRead }) {
      kept.keep(keyOf(reader, seq), `${isRead ? 'read' : 'open'} ${bookId}`);
      for (const old of marks(reader).slice(0, -MOST)) kept.forget(keyOf(reader, old.seq));
    },
    forgetOthers(reader) {
      for (const key of kept.keysOf(KEY)) {
        if (reader === null || !key.startsWith(prefix(reader))) kept.forget(key);
      }
      // What the browser itself has told.
      if (reader === null) kept.forget('told');
    },
    watch(onChange) {
      globalThis.addEventListener?.('storage', ({ key }) => {
        if (key === null || key.startsWith(`shinkan.${KEY}`)) onChange();
      });
    },
  };
}

/** Nothing for what was written by somebody else. */
function readMark(key: string, written: string | null): NoticeMark[] {
  const [, seq] = /\.sale\.(\d{1,19})$/.exec(key) ?? [];
  const [, state, bookId] = /^(read|open) (.+)$/s.exec(written ?? '') ?? [];
  if (seq === undefined || bookId === undefined) return [];
  return [{ seq, bookId, isRead: state === 'read' }];
}
