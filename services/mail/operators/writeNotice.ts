import type { Language } from '../../../domain/language/language.ts';
import { readCause } from '../../lib/readCause.ts';
import { oneLine } from '../compose/oneLine.ts';
import { isOvertaken, isStillHeld } from './isStillHeld.ts';
import type { Notice } from './notice.ts';
import { type ToDo, writeCommands } from './noticeCommands.ts';
import { type PreviewPart, writePreview } from './noticePreview.ts';
import { CHAPTERS, ENGLISH, JAPANESE, type NoticeWords, SUBJECTS } from './noticeWords.ts';
import { shorten } from './shorten.ts';

/** The notice in one language, before it is rendered as text or HTML. Every text is one line. */
export interface NoticePart {
  language: Language;
  opening: string;
  meaning: string;
  facts: { name: string; value: string }[];
  /** Null for a run that is not held. */
  preview: PreviewPart | null;
  todoTitle: string;
  todo: ToDo[];
  closing: string[];
}

/** Writes a notice: a Japanese subject, then the same content in Japanese and in English. */
export function writeNotice(notice: Notice): { subject: string; parts: NoticePart[] } {
  const about = fileName(notice) ?? notice.execution.name;
  const dry = notice.execution.isDryRun ? '(お試し)' : '';
  return {
    subject: `【新刊】${SUBJECTS[notice.kind]}${dry}: ${shorten(oneLine(about), 60)}`,
    parts: [
      { language: 'ja', ...writePart(notice, JAPANESE) },
      { language: 'en', ...writePart(notice, ENGLISH) },
    ],
  };
}

function writePart(notice: Notice, words: NoticeWords): Omit<NoticePart, 'language'> {
  const { kind, run } = notice;
  return {
    opening: words.opening[kind],
    meaning: writeMeaning(notice, words),
    facts: writeFacts(notice, words),
    preview: kind === 'HELD' ? writePreview(run?.preview ?? null, words) : null,
    todoTitle: words.todo,
    todo: writeCommands(notice, words),
    closing: [words.runbook(CHAPTERS[kind]), words.why],
  };
}

function writeMeaning(notice: Notice, words: NoticeWords): string {
  if (notice.execution.isDryRun) return words.dryRun;
  if (isOvertaken(notice)) return words.overtaken;
  return isStillHeld(notice) ? words.stillHeld : words.meaning[notice.kind];
}

function writeFacts(notice: Notice, { names, account }: NoticeWords): NoticePart['facts'] {
  const { kind, execution, run } = notice;
  const isFailure = kind !== 'HELD' && kind !== 'REFUSED';
  const facts: [name: string, value: string | null | undefined][] = [
    [names.file, fileName(notice)],
    [names.profile, run?.profile ?? execution.profile],
    [names.reason, isFailure ? null : run?.reason],
    [names.error, isFailure ? execution.error : null],
    [names.cause, isFailure ? readCause(execution.cause) : null],
    [names.account, kind === 'HELD' && run ? account(run.account) : null],
    [names.run, run?.id ?? execution.runId],
    [names.began, japaneseTime(execution.startedAt)],
    [names.ended, japaneseTime(execution.endedAt)],
    [names.execution, execution.arn],
  ];
  return facts.flatMap(([name, value]) =>
    value ? [{ name, value: shorten(oneLine(value), 1000) }] : [],
  );
}

function fileName({ run, execution }: Notice): string | null {
  const key = run?.fileKey ?? execution.fileKey;
  return key?.slice(key.lastIndexOf('/') + 1) || null;
}

/** Such as `2026-11-26 06:00:12 JST`. */
function japaneseTime(at: Date | null): string | null {
  return at && `${at.toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' })} JST`;
}
