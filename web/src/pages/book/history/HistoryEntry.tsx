import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import { wordRelease } from '../../../../../domain/release/wordRelease.ts';
import type {
  HistoryEntryPartsFragment,
  ReleasePartsFragment,
} from '../../../generated/documents.ts';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';

interface HistoryEntryProps {
  event: HistoryEntryPartsFragment;
  /** The date that was first announced; null while unknown. */
  announced: ReleasePartsFragment | null;
}

/** One event of a book, with its date in Japan. */
export function HistoryEntry({ event, announced }: HistoryEntryProps) {
  const words = useReleaseWords();
  const day = dayInJapan(new Date(event.occurredAt));
  return (
    <li className="history__entry" data-kind={event.kind}>
      <time dateTime={day}>{words.day(day, true)}</time>
      <p>
        <Happening event={event} announced={announced} />
      </p>
    </li>
  );
}

function Happening({ event: { kind, change }, announced }: HistoryEntryProps) {
  const t = useTranslations('history');
  const words = useReleaseWords();
  const say = (release: ReleasePartsFragment) =>
    wordRelease(release, { words, seasonMonths: true });
  if (kind === 'CANCELLED') return t('cancelled');
  if (kind === 'ON_SALE') return t('onSale');
  if (kind === 'ANNOUNCED') {
    if (announced === null) return t('announced');
    return announced.precision === 'UNKNOWN'
      ? t('announcedUndated')
      : t('announcedFor', { when: say(announced) });
  }
  const move = change && <Move from={change.from} to={change.to} say={say} />;
  if (kind === 'REVIVED') {
    return (
      <>
        {t('revived')} {move}
      </>
    );
  }
  return move;
}

interface MoveProps {
  from: ReleasePartsFragment;
  to: ReleasePartsFragment;
  say: (release: ReleasePartsFragment) => string;
}

function Move({ from, to, say }: MoveProps) {
  const t = useTranslations('history');
  const marks = {
    from: say(from),
    to: say(to),
    old: (words: ReactNode) => <del>{words}</del>,
    new: (words: ReactNode) => <ins>{words}</ins>,
  };
  if (from.precision === 'UNKNOWN') return t.rich('dated', marks);
  return t.rich(to.precision === 'UNKNOWN' ? 'undated' : 'moved', marks);
}
