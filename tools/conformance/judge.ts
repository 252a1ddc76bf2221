import type { Belief } from './belief.ts';
import { fits } from './fits.ts';
import type { ConformanceTarget } from './target.ts';

/**
 * `not asked`: the target lacks what the check needs. `no answer`: the check did not get that far.
 */
export type Verdict = 'confirmed' | 'refuted' | 'not asked' | 'no answer';

/** The result of checking a belief. */
export interface Finding {
  id: string;
  says: string;
  status: Belief['status'];
  source: string;
  verdict: Verdict;
  /** Only where they differ. */
  expected?: unknown;
  seen?: unknown;
}

/** Checks whether a belief holds for the target. */
export async function judge(belief: Belief, target: ConformanceTarget): Promise<Finding> {
  const { id, says, status, source, expected } = belief;
  const finding = (verdict: Verdict, more: object = {}): Finding => ({
    id,
    says,
    status,
    source,
    verdict,
    ...more,
  });
  if (!canBeAsked(belief, target)) return finding('not asked');
  try {
    const seen = await belief.see(target);
    if (fits(expected, seen)) return finding('confirmed');
    return finding('refuted', { expected: readable(expected), seen: readable(seen) });
  } catch (error) {
    return finding('no answer', { seen: error instanceof Error ? error.message : String(error) });
  }
}

function canBeAsked({ needs }: Belief, { settings }: ConformanceTarget): boolean {
  if (needs === 'signing') return settings.sign !== null;
  if (needs === 'closed') return settings.closed !== null;
  if (needs === 'guarded') return settings.guarded !== null;
  return true;
}

/** In JSON terms: nothing observed is null, a RegExp its source. */
function readable(value: unknown): unknown {
  const text = JSON.stringify(value ?? null, (_, one) =>
    one instanceof RegExp ? String(one) : one,
  );
  return JSON.parse(text);
}
