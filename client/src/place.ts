/**
 * A position in the log and what has been delivered. Event numbers are compared as numbers and
 * stored as text.
 */
export interface Place {
  /** Everything up to here is finished. */
  cursor(): string;
  /**
   * Decides about a pushed event: deliver it, drop it as a duplicate, or keep it because an earlier
   * one is still missing.
   */
  judge(seq: string): 'give' | 'drop' | 'keep';
  /** Records that an event was delivered. */
  note(seq: string): void;
  /** Records that the log has been read up to here. */
  advance(cursor: string): void;
  /** Whether the log must be read before delivered events have to be forgotten. */
  isFull(): boolean;
}

/**
 * A position in the whole log. Its numbers have no gaps, so the next event is known by its number,
 * and the cursor moves with each delivered event.
 *
 * If `given` is true, everything up to `start` has been delivered, as for a stored cursor;
 * otherwise that is unknown, and an old event that is pushed late is new.
 */
export function placeInWholeLog(start: string, given: boolean): Place {
  let cursor = BigInt(start);
  // The last delivered event; before the cursor only while old events count as new.
  let last = given ? cursor : -1n;

  return {
    cursor: () => String(cursor),
    judge(seq) {
      const number = BigInt(seq);
      if (number <= last) return 'drop';
      return number <= cursor + 1n ? 'give' : 'keep';
    },
    note(seq) {
      last = BigInt(seq);
      if (last > cursor) cursor = last;
    },
    advance(to) {
      const reached = BigInt(to);
      if (reached <= cursor) return;
      cursor = reached;
      last = reached;
    },
    isFull: () => false,
  };
}

const MOST = 1_000;

/**
 * A position in part of the log: one book or one kind. Only the log knows which number comes next
 * in that part, so a pushed event is delivered at once and remembered, and the cursor moves when
 * the log is read.
 */
export function placeInPartOfLog(start: string, given: boolean): Place {
  const beginning = given ? -1n : BigInt(start);
  let cursor = BigInt(start);
  const beyond = new Set<bigint>();

  return {
    cursor: () => String(cursor),
    judge(seq) {
      const number = BigInt(seq);
      const isGiven = beyond.has(number) || (number > beginning && number <= cursor);
      return isGiven ? 'drop' : 'give';
    },
    note(seq) {
      beyond.add(BigInt(seq));
      const [oldest] = beyond;
      if (beyond.size > MOST && oldest !== undefined) beyond.delete(oldest);
    },
    advance(to) {
      const reached = BigInt(to);
      if (reached <= cursor) return;
      cursor = reached;
      for (const seq of beyond) if (seq > beginning && seq <= cursor) beyond.delete(seq);
    },
    isFull: () => beyond.size >= MOST / 2,
  };
}
