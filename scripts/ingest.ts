import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { approveRun, type IngestOutcome, ingestFile } from './ingestFile.ts';
import { readStack } from './stack.ts';
import { runCommand, StopWithMessage } from './stopWithMessage.ts';

const USAGE = `npm run ingest -- FILE [--profile shinkan|trc] [--encoding NAME] [--json] [--dir PATH]
npm run ingest -- approve RUN [--json] [--dir PATH]`;

const EXIT = { MERGED: 0, FAILED: 1, REFUSED: 2, HELD: 3 } as const;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: 'string', default: 'shinkan' },
      encoding: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.local' },
    },
  });
  const [first, second] = positionals;
  if (first === undefined) throw new StopWithMessage(USAGE, 2);
  const say = (line: string) => (values.json ? undefined : console.log(line));

  let outcome: IngestOutcome;
  if (first === 'approve') {
    if (second === undefined) throw new StopWithMessage(USAGE, 2);
    outcome = await approveRun(readStack(values.dir), second, userInfo().username);
  } else {
    if (!existsSync(first) || !statSync(first).isFile()) {
      throw new StopWithMessage(
        `${first}: ファイルがありません。何も変更していません。/ no such file; nothing was changed.`,
        2,
      );
    }
    outcome = await ingestFile(readStack(values.dir), first, {
      profile: values.profile,
      encoding: values.encoding,
      onProgress: say,
    });
  }
  console.log(values.json ? JSON.stringify(outcome) : describe(outcome));
  return EXIT[outcome.state];
});

function describe(outcome: IngestOutcome): string {
  const { records, created, changed, unchanged, held, rejected } = outcome;
  const accounting = `records ${records} = created ${created} + changed ${changed} + unchanged ${unchanged} + held ${held} + rejected ${rejected}`;
  const head = `${outcome.state} ${outcome.run}`;
  if (outcome.state === 'MERGED') return `${head}\n${accounting}`;
  if (outcome.state === 'HELD') {
    return `${head}: ${outcome.reason}\n${accounting}\nRelease it with: npm run ingest -- approve ${outcome.run}`;
  }
  return `${head}: ${outcome.reason}\nNothing was changed. 何も変更していません。`;
}
