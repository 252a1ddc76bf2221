import { isOvertaken, isStillHeld } from './isStillHeld.ts';
import type { Notice } from './notice.ts';
import type { NoticeWords } from './noticeWords.ts';

/** A task and the ways to do it, each with the place where it works. */
export interface ToDo {
  what: string;
  ways: { where: string; command: string }[];
}

/** Returns what an operator can do now, the likeliest first. */
export function writeCommands(notice: Notice, words: NoticeWords): ToDo[] {
  const { kind, execution } = notice;
  const { onAws, local, inGraphql } = words;
  const npm = (...parts: string[]) => ({
    where: local,
    command: ['npm run ingest --', ...parts.map(quoteForShell)].join(' '),
  });
  const start = (input: object) => ({
    where: onAws,
    command: `aws stepfunctions start-execution --state-machine-arn ${quoteForShell(execution.stateMachineArn)} --input ${quoteForShell(asVisibleJson(input))}`,
  });
  const run = execution.runId;
  const mutation = (name: string) => ({
    where: inGraphql,
    command: `mutation { ${name}(id: ${asVisibleJson(run)}) { id state } }`,
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
    ...(execution.isDryRun ? { dryRun: true } : {}),
  });
  const approve: ToDo = {
    what: words.approve,
    ways: [
      mutation('approveIngestRun'),
      start({ approve: run, by: words.you }),
      npm('approve', run),
    ],
  };
  const discard: ToDo = {
    what: words.discard,
    ways: [
      mutation('discardIngestRun'),
      start({ discard: run, by: words.you }),
      npm('discard', run),
    ],
  };
  if (isOvertaken(notice)) return [discard, { what: words.redeliver, ways: [again] }, look];
  if (isStillHeld(notice)) return [history, approve, discard, look];
  switch (kind) {
    case 'HELD':
      return [approve, discard, look, { what: words.rejects, ways: [npm('rejects', run)] }];
    case 'REFUSED':
      return [{ what: words.resend, ways: [again] }, look];
    default:
      if (execution.runId !== execution.name) return [history, look];
      return [
        history,
        { what: words.again, ways: [again] },
        // Only a dry run that broke off can be held here, and it must not be approved.
        ...(notice.run?.state === 'HELD' ? [discard] : []),
        look,
      ];
  }
}

// Control characters, and characters that change the writing direction or are invisible.
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const escapeHidden = (text: string) =>
  text.replace(HIDDEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** JSON with only visible characters. GraphQL reads such a string in the same way. */
function asVisibleJson(value: unknown): string {
  return escapeHidden(JSON.stringify(value));
}

/** Quotes any text as one word for a shell. */
function quoteForShell(word: string): string {
  if (/^[\w./:@-]+$/.test(word)) return word;
  if (word.search(HIDDEN) < 0) return `'${word.replaceAll("'", "'\\''")}'`;
  return `$'${escapeHidden(word.replace(/[\\']/g, '\\$&'))}'`;
}
