import type { Wording } from './wordings.ts';

/** A book as its life knows it, whatever record and ISBN its rows name. */
export interface LifeBook {
  life: number;
  kind: string;
  name: string;
}

/** The partner's statement about a book in a whole row. */
export interface Whole {
  record: string;
  isbn: string | null;
  title: string;
  volume: string | null;
  release: Wording;
  price: number | null;
  /** Nothing is public before this day. */
  publicFrom: string | null;
  description: string | null;
}

interface Spoken {
  book: LifeBook;
  record: string;
  /** Minutes since the first day of the simulation began: 更新日時. */
  time: number;
}

/** One row of a file. */
export type Word =
  | (Spoken & { says: 'whole'; action: '新規' | '変更' | '復活'; whole: Whole })
  | (Spoken & { says: 'cancelled' })
  | (Spoken & { says: 'price'; price: number })
  | (Spoken & { says: 'nothing readable'; fault: Fault; whole: Whole });

/** How a row is corrupted. A row with too many cells does not even show its book. */
export type Fault = 'price' | 'date' | 'isbn' | 'title' | 'cells';

/** One file as delivered. */
export interface DeliveredFile {
  name: string;
  /** The business date in its name. */
  baseDate: string;
  /** The day on which it arrives. */
  today: string;
  isFull: boolean;
  words: Word[];
  /** The header lacks a column, so the file is rejected. */
  isUnreadable: boolean;
}
