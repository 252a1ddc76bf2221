import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../local/lib/resource.ts';
import { evaluateCode } from '../../local/services/appsync/code/evaluateCode.ts';
import type { Case, Expected } from './readCases.ts';

/** The outcome of a case, here or on AWS. */
export interface Outcome {
  result?: Json;
  error?: string;
  /** The message for rejected code. */
  refused?: string;
  stash?: Json;
  appended?: string[];
}

/** Runs a case in the local runtime. */
export function runHere({ code, handler, context }: Case): Outcome {
  try {
    const { result, error, stash, appended } = evaluateCode(code, handler, context);
    return error === undefined ? { result: result ?? null, stash, appended } : { error, appended };
  } catch (refused) {
    return { refused: (refused as Error).message };
  }
}

/** The expectations that were not met; empty if all were. */
export function differences(expected: Expected, outcome: Outcome): string[] {
  return Object.entries(expected).flatMap(([member, wanted]) => {
    const got = outcome[member as keyof Outcome];
    const isMet =
      member === 'refused' ? typeof got === 'string' : isDeepStrictEqual(got ?? null, wanted);
    if (isMet) return [];
    const seen = got === undefined ? JSON.stringify(outcome) : JSON.stringify(got);
    return [`${member}: expected ${JSON.stringify(wanted)}, got ${seen}`];
  });
}
