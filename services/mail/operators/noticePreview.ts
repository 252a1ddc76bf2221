import { oneLine } from '../compose/oneLine.ts';
import type { NoticeWords } from './noticeWords.ts';
import type { RunPreview } from './readRun.ts';
import { shorten } from './shorten.ts';

/** What a merge would do, in one language: lines, some with examples. */
export interface PreviewPart {
  title: string;
  lines: { text: string; examples: string[] }[];
}

const MOST_EXAMPLES = 5;
const LONGEST_TITLE = 80;

/** Describes a run's preview in words; says so if a run has none. */
export function writePreview(preview: RunPreview | null, words: NoticeWords): PreviewPart {
  if (preview === null) {
    return { title: words.preview, lines: [{ text: words.noPreview, examples: [] }] };
  }
  const events = preview.events.map(({ kind, count, subscriptions, examples }) => {
    const shown = examples.slice(0, MOST_EXAMPLES).map(describeExample);
    const left = count - shown.length;
    return {
      text: words.event(kind, count, subscriptions),
      examples: left > 0 ? [...shown, words.more(left)] : shown,
    };
  });
  const unconfirmed =
    preview.unconfirmed === 0
      ? []
      : [{ text: words.unconfirmed(preview.unconfirmed), examples: [] }];
  return {
    title: words.preview,
    lines: [{ text: words.account(preview), examples: [] }, ...events, ...unconfirmed],
  };
}

function describeExample(example: RunPreview['events'][number]['examples'][number]): string {
  const title = shorten(oneLine(example.title ?? ''), LONGEST_TITLE);
  const moved = describeChange(example.change);
  return [title || example.bookId, title && `(${example.bookId})`, moved].filter(Boolean).join(' ');
}

/** Such as `2026年12月上旬 → 2027年1月`; empty if the change contains no dates. */
function describeChange(change: unknown): string {
  const { from, to } = Object(change) as { from?: unknown; to?: unknown };
  const [before, after] = [textOf(from), textOf(to)];
  return before || after ? `${before || '?'} → ${after || '?'}` : '';
}

function textOf(release: unknown): string {
  const { text } = Object(release) as { text?: unknown };
  return typeof text === 'string' ? shorten(oneLine(text), LONGEST_TITLE) : '';
}
