/** Which events have been delivered. Numbers of events are compared as numbers and kept as text. */
export interface Seen {
  /** Everything up to here is done with. */
  cursor(): string;
  /** Notes an event; false when it was noted before. */
  add(seq: string): boolean;
  /** The log has been read up to here. */
  advance(cursor: string): void;
  /** Whether it is time to advance, before anything has to be forgotten. */
  isFull(): boolean;
}

const MOST = 1_000;

/**
 * Starts at a cursor. What lies before it has been delivered when `delivered` is true, as for a
 * cursor that was remembered; else nobody knows, and an old event that is pushed late is news.
 */
export function startSeen(start: string, delivered: boolean): Seen {
  const beginning = delivered ? -1n : BigInt(start);
  let cursor = BigInt(start);
  const beyond = new Set<bigint>();

  return {
    cursor: () => String(cursor),
    add(seq) {
      const number = BigInt(seq);
      if (beyond.has(number) || (number > beginning && number <= cursor)) return false;
      beyond.add(number);
      const [oldest] = beyond;
      if (beyond.size > MOST && oldest !== undefined) beyond.delete(oldest);
      return true;
    },
    advance(to) {
      const reached = BigInt(to);
      if (reached <= cursor) return;
      cursor = reached;
      for (const seq of beyond) if (seq > beginning && seq <= cursor) beyond.delete(seq);
    },
    isFull: () => beyond.size === MOST / 2,
  };
}
