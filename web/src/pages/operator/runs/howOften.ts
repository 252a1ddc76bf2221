import type { RunsQuery } from '../../../generated/operatorDocuments.ts';
import { isUnderWay } from './isUnderWay.ts';

/**
 * Returns the polling interval of the list of runs in milliseconds: short while a file is being
 * read.
 */
export const howOften = (data: RunsQuery | undefined) =>
  data?.ingestRuns.runs.some(isUnderWay) ? 3_000 : 30_000;
