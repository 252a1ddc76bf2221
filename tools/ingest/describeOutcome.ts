import { describeAccount } from './describeRun.ts';
import type { IngestOutcome } from './runWorkflow.ts';

/** What became of a file or of a decision, as lines. */
export function describeOutcome(outcome: IngestOutcome): string[] {
  const { run, state, reason } = outcome;
  const head = `${state} ${run}`;
  switch (state) {
    case 'MERGED':
      return [head, describeAccount(outcome)];
    case 'HELD':
      return [
        `${head}: ${reason}`,
        describeAccount(outcome),
        `Merge it with: npx shinkan ingest approve ${run}`,
        `Discard it with: npx shinkan ingest discard ${run}`,
      ];
    default:
      return [
        reason === null ? head : `${head}: ${reason}`,
        'Nothing was changed. 何も変更していません。',
      ];
  }
}

/** What a dry run has shown, as lines. */
export function describeTry({ run, reason }: IngestOutcome): string[] {
  const verdict = reason === null ? 'it would be merged' : `it would wait for you: ${reason}`;
  return [`DRY RUN ${run}: ${verdict}`, 'Nothing was changed. 何も変更していません。'];
}
