import type { ConformanceTarget } from './target.ts';

/** The evidence for a belief about AWS, in the words of `docs/aws-differences.md`. */
export type Status = 'documented' | 'recorded' | 'reported' | 'recalled' | 'open';

/** A belief about AppSync and how to test it. */
export interface Belief {
  /** Stable, unique: `errors.append`. */
  id: string;
  /** A sentence that is true or false. */
  says: string;
  /** `open` marks a question; the expected value is then what the local stack does. */
  status: Status;
  /** The page, thread or package that says so. */
  source: string;
  /** Tests it and returns what was observed, without what differs between runs. */
  see(target: ConformanceTarget): Promise<unknown>;
  /** What `see` returns if the belief is true; a RegExp in it matches strings. */
  expected: unknown;
  /** What it needs of the target beyond the API key; it is skipped for a target without it. */
  needs?: 'signing' | 'closed' | 'guarded';
}
