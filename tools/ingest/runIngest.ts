import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EXIT } from '../cli/exitCodes.ts';
import { printResult, say, showProgress } from '../cli/output.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { readStack } from '../stack/stack.ts';
import { decideOnRun } from './decideOnRun.ts';
import { describeOutcome, describeTry } from './describeOutcome.ts';
import { describePreview, describeRun, describeShortly, SHORT_HEAD } from './describeRun.ts';
import { findRun, openIngest } from './findRun.ts';
import { ingestFile } from './ingestFile.ts';
import type { IngestOutcome } from './runWorkflow.ts';
import { writeRejects } from './writeRejects.ts';

const EXIT_CODES = {
  MERGED: EXIT.done,
  DISCARDED: EXIT.done,
  FAILED: EXIT.failed,
  REFUSED: EXIT.refused,
  HELD: EXIT.held,
};
const MOST_RUNS = 20;
const MOST_REJECTS_SHOWN = 20;

interface IngestOptions {
  profile: string;
  encoding: string;
  dryRun: boolean;
  dir: string;
}

/** Ingests a file, prints what became of it and returns the exit code. */
export async function ingest(file: string, { dir, ...options }: IngestOptions): Promise<number> {
  const stack = readStack(dir);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new StopWithMessage(
      `${file}: ファイルがありません。何も変更していません。/ no such file; nothing was changed.`,
      EXIT.refused,
    );
  }
  const watch = { onStart: explainInterruption, onProgress: showProgress };
  const outcome = await ingestFile(stack, file, { ...options, ...watch });
  const isTried = options.dryRun && outcome.state === 'DISCARDED';
  const lines = isTried ? describeTry(outcome) : describeOutcome(outcome);
  if (outcome.state === 'HELD' || isTried) {
    const { preview } = await findRun(openIngest(stack), outcome.run);
    if (preview) lines.push(...describePreview(preview));
  }
  return printOutcome(outcome, lines);
}

/** Approves or discards a held run, prints what became of it and returns the exit code. */
export async function decide(
  dir: string,
  run: string,
  decision: 'approve' | 'discard',
): Promise<number> {
  const by = userInfo().username;
  const outcome = await decideOnRun(readStack(dir), run, decision, by, explainInterruption);
  return printOutcome(outcome, describeOutcome(outcome));
}

export async function listRuns(dir: string): Promise<void> {
  const { runs } = await openIngest(readStack(dir)).runs({ first: MOST_RUNS });
  printResult(runs, [SHORT_HEAD, ...runs.map(describeShortly)]);
}

export async function showRun(dir: string, id: string): Promise<void> {
  const ingest = openIngest(readStack(dir));
  const run = await findRun(ingest, id);
  const reasons: string[] = [];
  for await (const { reason } of ingest.everyReject(id)) {
    if (reasons.push(reason) === MOST_REJECTS_SHOWN) break;
  }
  const left = run.rejected - reasons.length;
  printResult(run, [
    ...describeRun(run),
    ...reasons,
    ...(left > 0 ? [`… and ${left} more: npx shinkan ingest rejects ${id}`] : []),
  ]);
}

export async function saveRejects(dir: string, run: string, out?: string): Promise<void> {
  const written = await writeRejects(openIngest(readStack(dir)), run, out, say);
  const { file, records, profile } = written;
  const again = `npx shinkan ingest ${file} --profile ${profile} --encoding utf-8`;
  printResult(written, [`${records} records in ${file}. Mend it, then: ${again}`]);
}

function printOutcome(outcome: IngestOutcome, lines: string[]): number {
  printResult(outcome, lines);
  return EXIT_CODES[outcome.state];
}

/** Ctrl-C ends this command, not the workflow. */
function explainInterruption(run: string): void {
  process.once('SIGINT', () => {
    console.error(`\nThe run ${run} goes on. Watch it with: npx shinkan ingest show ${run}`);
    process.exit(EXIT.interrupted);
  });
}
