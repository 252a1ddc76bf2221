import type { ConformanceTarget } from './target.ts';

/** How a belief about AWS is known; the words of `docs/aws-differences.md`. */
export type Status = 'documented' | 'recorded' | 'reported' | 'recalled' | 'open';

/** One thing that we believe of AppSync, and how to ask whether it is so. */
export interface Belief {
  /** Stable, unique: `errors.append`. */
  id: string;
  /** A sentence that is true or not. */
  says: string;
  /** `open` marks a question; what is expected is then what the local stack does. */
  status: Status;
  /** The page, thread or package that says so. */
  source: string;
  /** Asks, and gives what was seen, without what differs from run to run. */
  see(target: ConformanceTarget): Promise<unknown>;
  /** What `see` gives if the belief is true: a value, in which a RegExp stands for texts that match. */
  expected: unknown;
  /** What of the target it needs beyond the API key; it is not asked of a target without it. */
  needs?: 'signing' | 'closed' | 'guarded';
}
