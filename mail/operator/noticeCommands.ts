import type { NoticeWords } from './noticeWords.ts';
import type { Notice } from './writeNotice.ts';

/** Something to do, and the ways to do it, each with where it works. */
export interface ToDo {
  what: string;
  ways: { where: string; command: string }[];
}

/** What an operator may do now, the likeliest first. */
export function writeCommands(notice: Notice, words: NoticeWords): ToDo[] {
  const { kind, execution } = notice;
  const { onAws, local, inGraphql } = words;
  const npm = (...parts: string[]) => ({
    where: local,
    command: ['npm run ingest --', ...parts.map(quoteForShell)].join(' '),
  });
  const start = (input: object) => ({
    where: onAws,
    command: `aws stepfunctions start-execution --state-machine-arn ${quoteForShell(execution.stateMachineArn)} --input ${quoteForShell(JSON.stringify(input))}`,
  });
  const run = execution.runId;
  const mutation = (name: string) => ({
    where: inGraphql,
    command: `mutation { ${name}(id: ${JSON.stringify(run)}) { id state } }`,
  });
  const look: ToDo = { what: words.show, ways: [npm('show', run)] };
  const history: ToDo = {
    what: words.history,
    ways: [
      {
        where: onAws,
        command: `aws stepfunctions get-execution-history --reverse-order --max-items 20 --execution-arn ${quoteForShell(execution.arn)}`,
      },
    ],
  };
  const again = start({
    profile: notice.run?.profile ?? execution.profile ?? 'shinkan',
    key: notice.run?.fileKey ?? execution.fileKey ?? 'incoming/FILE',
    encoding: execution.encoding ?? '',
  });
  switch (kind) {
    case 'HELD':
      return [
        {
          what: words.approve,
          ways: [
            mutation('approveIngestRun'),
            start({ approve: run, by: words.you }),
            npm('approve', run),
          ],
        },
        {
          what: words.discard,
          ways: [
            mutation('discardIngestRun'),
            start({ discard: run, by: words.you }),
            npm('discard', run),
          ],
        },
        look,
        { what: words.rejects, ways: [npm('rejects', run)] },
      ];
    case 'REFUSED':
      return [{ what: words.resend, ways: [again] }, look];
    default:
      return execution.runId === execution.name
        ? [history, { what: words.again, ways: [again] }, look]
        : [history, look];
  }
}

/** A word as a shell takes it, whatever it holds. */
function quoteForShell(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
