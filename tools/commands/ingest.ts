import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addRequest } from '../cli/addCommand.ts';

const load = () => import('../ingest/runIngest.ts');

export function addIngest(program: CommandUnknownOpts): void {
  const ingest = addRequest(
    program,
    'ingest',
    'run the ingest workflow on a file; list runs and decide on them',
  )
    .usage('[options] <file> | <command>')
    .argument('<file>', 'the file to ingest')
    .option('--profile <name>', 'the feed profile of the file', 'shinkan')
    .option('--encoding <name>', "its encoding instead of the profile's", '')
    .option('--dry-run', 'only report what would happen', false)
    .action(async (file, options) => {
      process.exitCode = await (await load()).ingest(file, options);
    });

  addRequest(ingest, 'runs', 'list the newest runs').action(async ({ dir }) =>
    (await load()).listRuns(dir),
  );

  addRequest(ingest, 'show', 'show a run in full, and its first rejects')
    .argument('<run>', 'the id of the run')
    .action(async (run, { dir }) => (await load()).showRun(dir, run));

  addRequest(ingest, 'rejects', 'write the rejected rows of a run to a file, to correct and ingest')
    .argument('<run>', 'the id of the run')
    .option('--out <file>', 'the file to write; by default it is named after the run')
    .action(async (run, { dir, out }) => (await load()).saveRejects(dir, run, out));

  for (const [decision, summary] of [
    ['approve', 'merge a held run exactly as it was staged'],
    ['discard', 'discard a held run'],
  ] as const) {
    addRequest(ingest, decision, summary)
      .argument('<run>', 'the id of the run')
      .action(async (run, { dir }) => {
        process.exitCode = await (await load()).decide(dir, run, decision);
      });
  }
}
