import { lasting } from '../lib/browserMemory.ts';

/** The state of a sale's notice, identified by the event's `seq`. */
export interface NoticeMark {
  seq: string;
  bookId: string;
  isRead: boolean;
}

/** A browser's record of each reader's notices, shared by its tabs. */
export interface NoticeMemory {
  /** The log position up to which this reader's notices are known; null at the first visit. */
  cursor(reader: string): string | null;
  keepCursor(reader: string, cursor: string): void;
  /** All marks, oldest sale first. */
  marks(reader: string): NoticeMark[];
  mark(reader: string, mark: NoticeMark): void;
  /** Deletes the data of everyone except this reader; of everyone with null. */
  forgetOthers(reader: string | null): void;
  /** Calls back when another tab changes a mark. */
  watch(onChange: () => void): void;
}

type Kept = Pick<typeof lasting, 'recall' | 'keep' | 'forget' | 'keysOf'>;

const KEY = 'notices.';

/** The marks kept per reader: more than the sales between two visits of anybody. */
const MOST = 200;

/** Each mark has its own key, so that tabs do not overwrite each other's marks. */
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
      // The marks of the browser's own notifications.
      if (reader === null) kept.forget('told');
    },
    watch(onChange) {
      globalThis.addEventListener?.('storage', ({ key }) => {
        if (key === null || key.startsWith(`shinkan.${KEY}`)) onChange();
      });
    },
  };
}

/** Returns an empty list for a value of another format. */
function readMark(key: string, written: string | null): NoticeMark[] {
  const [, seq] = /\.sale\.(\d{1,19})$/.exec(key) ?? [];
  const [, state, bookId] = /^(read|open) (.+)$/s.exec(written ?? '') ?? [];
  if (seq === undefined || bookId === undefined) return [];
  return [{ seq, bookId, isRead: state === 'read' }];
}
