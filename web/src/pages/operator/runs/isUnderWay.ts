import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';

/** Whether a run changes by itself before long. */
export function isUnderWay({ state }: Pick<RunRowPartsFragment, 'state'>): boolean {
  return state === 'STAGING' || state === 'STAGED';
}
