import type { IngestRun } from '../../client/src/operateIngest.ts';

/**
 * Describes a run's progress: while it reads, its rate and the time left; then its current step.
 */
export function describeProgress(run: IngestRun | null, elapsed: number): string {
  const seconds = Math.max(1, Math.round(elapsed / 1000));
  if (run !== null && run.state !== 'STAGING') {
    return `… ${seconds} s, all ${run.records} records read; comparing them with the catalogue`;
  }
  const { rowsRead = 0, bytesRead = 0, bytesTotal } = run?.progress ?? {};
  const share = bytesRead / Math.max(1, bytesTotal ?? 0);
  const rate = `${seconds} s, ${rowsRead} records read, ${Math.round(rowsRead / seconds)} a second`;
  if (share === 0) return `… ${rate}`;
  const left = Math.max(1, Math.round((seconds / share) * (1 - share)));
  return `… ${rate}; ${Math.round(share * 100)} %, about ${left} s of reading left`;
}
