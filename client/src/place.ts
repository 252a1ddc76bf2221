/**
 * Where a reader stands in the log, and what it has been given. Numbers of events are compared as
 * numbers and kept as text.
 */
export interface Place {
  /** Everything up to here is done with. */
  cursor(): string;
  /**
   * What to do with a pushed event: give it, drop it as given before, or keep it, because one that
   * comes before it is still missing.
   */
  judge(seq: string): 'give' | 'drop' | 'keep';
  /** Notes that an event was given. */
  note(seq: string): void;
  /** The log has been read up to here. */
  advance(cursor: string): void;
  /** Whether it is time to read the log, before anything has to be forgotten. */
  isFull(): boolean;
}

/**
 * The place of one who reads the whole log. Its numbers have no holes, so the next event is known by
 * its number, and the cursor moves with each event that is given.
 *
 * What lies before `start` has been given when `given` is true, as for a cursor that was remembered;
 * else nobody knows, and an old event that is pushed late is news.
 */
export function placeInWholeLog(start: string, given: boolean): Place {
  let cursor = BigInt(start);
  // The last event that was given; behind the cursor only while old events are news.
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
 * The place of one who reads a part of the log, of one book or of one kind. Which number comes next
 * in that part only the log can tell, so a pushed event is given at once and remembered, and the
 * cursor moves when the log is read.
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
