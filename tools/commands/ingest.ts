import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { readProfiles } from '../../services/ingest/readProfiles.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import {
  describeAccount,
  describePreview,
  describeRun,
  describeShortly,
  SHORT_HEAD,
} from '../ingest/describeRun.ts';
import { approveRun, discardRun, type IngestOutcome, ingestFile } from '../ingest/ingestFile.ts';
import { eachReject, listRuns, readRun } from '../ingest/readRun.ts';
import { writeRejects } from '../ingest/writeRejects.ts';
import { readStack, type Stack } from '../stack/stack.ts';

const USAGE = `npm run ingest -- FILE [--profile NAME] [--encoding NAME] [--dry-run] [--json] [--dir PATH]
npm run ingest -- runs                       the newest runs
npm run ingest -- show RUN                   what became of a run, and its first rejects
npm run ingest -- rejects RUN [--out FILE]   its rejects as a file to mend and ingest again
npm run ingest -- approve RUN                merge a held run exactly as it was staged
npm run ingest -- discard RUN                let a held run go
Profiles: `;

const EXIT = { MERGED: 0, DISCARDED: 0, FAILED: 1, REFUSED: 2, HELD: 3 } as const;
const MOST_REJECTS_SHOWN = 20;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: 'string', default: 'shinkan' },
      encoding: { type: 'string', default: '' },
      'dry-run': { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.local' },
    },
  });
  const [first, second] = positionals;
  if (first === undefined) throw usage();
  const say = (line: string) => (values.json ? undefined : console.log(line));
  const stack = readStack(values.dir);
  const run = () => {
    if (second === undefined) throw usage();
    return second;
  };
  const tell = (outcome: IngestOutcome, lines: string[]) => {
    console.log(values.json ? JSON.stringify(outcome) : lines.join('\n'));
    return EXIT[outcome.state];
  };

  switch (first) {
    case 'runs': {
      const rows = await listRuns(stack, 20);
      console.log(
        values.json ? JSON.stringify(rows) : [SHORT_HEAD, ...rows.map(describeShortly)].join('\n'),
      );
      return 0;
    }
    case 'show':
      await show(stack, run(), values.json);
      return 0;
    case 'rejects': {
      const written = await writeRejects(stack, run(), values.out, say);
      console.log(
        values.json
          ? JSON.stringify(written)
          : `${written.records} records in ${written.file}. Mend it, then: npm run ingest -- ${written.file} --profile ${written.profile} --encoding utf-8`,
      );
      return 0;
    }
    case 'approve': {
      const outcome = await approveRun(stack, run(), userInfo().username);
      return tell(outcome, describe(outcome));
    }
    case 'discard': {
      const outcome = await discardRun(stack, run(), userInfo().username);
      return tell(outcome, describe(outcome));
    }
  }

  if (!existsSync(first) || !statSync(first).isFile()) {
    throw new StopWithMessage(
      `${first}: ファイルがありません。何も変更していません。/ no such file; nothing was changed.`,
      2,
    );
  }
  const outcome = await ingestFile(stack, first, {
    profile: values.profile,
    encoding: values.encoding,
    dryRun: values['dry-run'],
    onProgress: say,
  });
  const isTried = values['dry-run'] && outcome.state === 'DISCARDED';
  const lines = isTried ? describeTry(outcome) : describe(outcome);
  if (outcome.state === 'HELD' || isTried) {
    const { preview } = await readRun(stack, outcome.run);
    if (preview) lines.push(...describePreview(preview));
  }
  return tell(outcome, lines);
});

async function show(stack: Stack, id: string, json: boolean): Promise<void> {
  const run = await readRun(stack, id);
  if (json) return console.log(JSON.stringify(run));
  console.log(describeRun(run).join('\n'));
  let shown = 0;
  for await (const { reason } of eachReject(stack, id)) {
    if (shown === MOST_REJECTS_SHOWN) {
      const left = Number(run.row.rejected_count) - shown;
      if (left > 0) console.log(`… and ${left} more: npm run ingest -- rejects ${id}`);
      return;
    }
    shown += 1;
    console.log(reason);
  }
}

function describe(outcome: IngestOutcome): string[] {
  const head = `${outcome.state} ${outcome.run}`;
  const account = describeAccount(outcome);
  switch (outcome.state) {
    case 'MERGED':
      return [head, account];
    case 'HELD':
      return [
        `${head}: ${outcome.reason}`,
        account,
        `Merge it with: npm run ingest -- approve ${outcome.run}`,
        `Let it go with: npm run ingest -- discard ${outcome.run}`,
      ];
    default:
      return [
        `${head}${outcome.reason === null ? '' : `: ${outcome.reason}`}`,
        'Nothing was changed. 何も変更していません。',
      ];
  }
}

function describeTry({ run, reason }: IngestOutcome): string[] {
  const verdict = reason === null ? 'it would be merged' : `it would wait for you: ${reason}`;
  return [`DRY RUN ${run}: ${verdict}`, 'Nothing was changed. 何も変更していません。'];
}

function usage(): StopWithMessage {
  const names = readProfiles().map(({ name }) => name);
  return new StopWithMessage(`${USAGE}${names.join(', ')}`, 2);
}
