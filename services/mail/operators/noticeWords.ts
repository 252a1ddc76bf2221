import type { NoticeKind } from './findNotice.ts';
import type { RunAccount } from './readRun.ts';

/** A notice's texts in one language. */
export interface NoticeWords {
  /** What happened, as a sentence. */
  opening: { [kind in NoticeKind]: string };
  /** What it means for the catalogue. */
  meaning: { [kind in NoticeKind]: string };
  /** Replaces `meaning` for a dry run, or for a failed decision on a run that is still held. */
  dryRun: string;
  stillHeld: string;
  overtaken: string;
  /** The labels of facts. */
  names: {
    file: string;
    profile: string;
    run: string;
    execution: string;
    began: string;
    ended: string;
    reason: string;
    error: string;
    cause: string;
    account: string;
  };
  account(account: RunAccount): string;
  preview: string;
  noPreview: string;
  event(kind: string, count: number, subscriptions: number): string;
  unconfirmed(count: number): string;
  more(count: number): string;
  todo: string;
  /** The labels of commands. */
  approve: string;
  discard: string;
  show: string;
  rejects: string;
  resend: string;
  redeliver: string;
  again: string;
  history: string;
  inGraphql: string;
  onAws: string;
  local: string;
  /** Placeholder for the operator's name in a command. */
  you: string;
  runbook(section: string): string;
  /** Why the operator gets this mail. */
  why: string;
}

/** `Held` and so on, for the subject, which is Japanese. */
export const SUBJECTS: { readonly [kind in NoticeKind]: string } = {
  HELD: '取り込みが確認待ちです',
  REFUSED: '取り込みできませんでした',
  FAILED: '取り込みが失敗しました',
  TIMED_OUT: '取り込みが時間切れになりました',
  ABORTED: '取り込みが中止されました',
};

/** The headings of the chapters in docs/runbook.md. */
export const CHAPTERS: { readonly [kind in NoticeKind]: string } = {
  HELD: 'An ingest run is held',
  REFUSED: 'An ingest run is refused',
  FAILED: 'An ingest run failed',
  TIMED_OUT: 'An ingest run failed',
  ABORTED: 'An ingest run was killed',
};

const EVENT_KINDS_JA: { readonly [kind: string]: string } = {
  ANNOUNCED: '新しい刊行予定',
  RESCHEDULED: '発売日の変更',
  CANCELLED: '発売中止',
  REVIVED: '刊行予定の復活',
  ON_SALE: '発売',
};

const EVENT_KINDS_EN: { readonly [kind: string]: string } = {
  ANNOUNCED: 'announced',
  RESCHEDULED: 'rescheduled',
  CANCELLED: 'cancelled',
  REVIVED: 'revived',
  ON_SALE: 'on sale',
};

const UNCHANGED_JA = 'カタログは変わっていません。';
const UNCERTAIN_JA =
  '反映は、すべて済んでいるか、まったく行われていないかのどちらかです。途中で止まった状態にはなりません。';
const UNCERTAIN_EN =
  'The merge is one transaction: it happened or it did not. What readers see is whole.';

export const JAPANESE: NoticeWords = {
  opening: {
    HELD: '取り込みを止めて、確認をお待ちしています。',
    REFUSED: 'ファイルを取り込めませんでした。',
    FAILED: '取り込みの処理が失敗しました。',
    TIMED_OUT: '取り込みの処理が時間内に終わりませんでした。',
    ABORTED: '取り込みの処理が途中で中止されました。',
  },
  meaning: {
    HELD: `${UNCHANGED_JA}承認すると、読み込んだとおりに反映されます。`,
    REFUSED: UNCHANGED_JA,
    FAILED: UNCERTAIN_JA,
    TIMED_OUT: UNCERTAIN_JA,
    ABORTED: UNCERTAIN_JA,
  },
  dryRun: `お試し(dry run)です。${UNCHANGED_JA}`,
  stillHeld: `この取り込みはまだ確認待ちです。${UNCHANGED_JA}`,
  overtaken: `この取り込みはまだ確認待ちですが、同じ本をほかのファイルが先に変えたため、承認できません。${UNCHANGED_JA}破棄して、ファイルを届け直してください。`,
  names: {
    file: 'ファイル',
    profile: '様式',
    run: '取り込み番号',
    execution: 'ワークフロー',
    began: '開始',
    ended: '終了',
    reason: '理由',
    error: 'エラー',
    cause: '原因',
    account: '内訳',
  },
  account: ({ records, created, changed, unchanged, held, rejected }) =>
    `${records}件 = 新規${created} + 変更${changed} + 変更なし${unchanged} + 保留${held} + 除外${rejected}`,
  preview: '反映した場合の見込み',
  noPreview: '反映した場合の見込みは残っていません。',
  event: (kind, count, subscriptions) =>
    `${EVENT_KINDS_JA[kind] ?? kind} ${count}件(お知らせを待つ登録 ${subscriptions}件)`,
  unconfirmed: (count) => `未確認になる本 ${count}件`,
  more: (count) => `ほか${count}件`,
  todo: '対応のしかた',
  approve: '反映する(承認)',
  discard: '反映しない(破棄)',
  show: '内容を見る',
  rejects: '除外された行をファイルに取り出す',
  resend: '正しいファイルを取り込み用の置き場所(S3)に置き、もう一度始める',
  redeliver: 'ファイルを取り込み用の置き場所(S3)に置き直し、もう一度始める',
  again: '同じ入力でもう一度始める(何度行っても安全です)',
  history: 'どの段階で失敗したかを見る',
  inGraphql: 'GraphQL',
  onAws: 'AWS',
  local: '手元の環境',
  you: 'あなたの名前',
  runbook: (section) => `くわしくは docs/runbook.md の「${section}」をご覧ください。`,
  why: 'このメールは、システムの設定(OperatorMail)に登録された宛先に、一度だけお送りしています。',
};

export const ENGLISH: NoticeWords = {
  opening: {
    HELD: 'An ingest run is held and waits for your decision.',
    REFUSED: 'A file could not be ingested.',
    FAILED: 'An ingest run failed.',
    TIMED_OUT: 'An ingest run did not end in time.',
    ABORTED: 'An ingest run was aborted.',
  },
  meaning: {
    HELD: 'The catalogue is unchanged. An approval merges exactly what was read.',
    REFUSED: 'The catalogue is unchanged.',
    FAILED: UNCERTAIN_EN,
    TIMED_OUT: UNCERTAIN_EN,
    ABORTED: UNCERTAIN_EN,
  },
  dryRun: 'This is a dry run. The catalogue is unchanged.',
  stillHeld: 'The run is still held and waits for a decision. The catalogue is unchanged.',
  overtaken:
    'The run is still held, and cannot be approved: other files have changed its books meanwhile. The catalogue is unchanged. Discard it and deliver the file again.',
  names: {
    file: 'File',
    profile: 'Profile',
    run: 'Run',
    execution: 'Execution',
    began: 'Began',
    ended: 'Ended',
    reason: 'Reason',
    error: 'Error',
    cause: 'Cause',
    account: 'Records',
  },
  account: ({ records, created, changed, unchanged, held, rejected }) =>
    `records ${records} = created ${created} + changed ${changed} + unchanged ${unchanged} + held ${held} + rejected ${rejected}`,
  preview: 'What a merge would do',
  noPreview: 'No preview of a merge is kept.',
  event: (kind, count, subscriptions) =>
    `${EVENT_KINDS_EN[kind] ?? kind}: ${count}, of interest to ${subscriptions} subscriptions`,
  unconfirmed: (count) => `books that would be unconfirmed: ${count}`,
  more: (count) => `and ${count} more`,
  todo: 'What to do',
  approve: 'Merge it (approve)',
  discard: 'Let it go (discard)',
  show: 'Look at it',
  rejects: 'Take its rejected rows out as a file',
  resend: 'Put the right file into the feed bucket and start again',
  redeliver: 'Put the file into the feed bucket again and start again',
  again: 'Start it again with the same input (safe however often)',
  history: 'See which step failed',
  inGraphql: 'GraphQL',
  onAws: 'AWS',
  local: 'local stack',
  you: 'YOUR NAME',
  runbook: (section) => `More in docs/runbook.md, "${section}".`,
  why: 'This mail goes once to each address of the deployment parameter OperatorMail.',
};
