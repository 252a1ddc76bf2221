import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';

/** Whether a run will soon change by itself. */
export function isUnderWay({ state }: Pick<RunRowPartsFragment, 'state'>): boolean {
  return state === 'STAGING' || state === 'STAGED';
}
