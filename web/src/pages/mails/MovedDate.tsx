import { useTranslations } from 'use-intl/react';
import { wordRelease } from '../../../../domain/release/wordRelease.ts';
import type { MemberMailPartsFragment } from '../../generated/documents.ts';
import { useReleaseWords } from '../../parts/release/useReleaseWords.ts';

type Change = NonNullable<MemberMailPartsFragment['notes'][number]['change']>;

/** The old date, struck through, and the new one. */
export function MovedDate({ change: { from, to } }: { change: Change }) {
  const t = useTranslations('memberMails');
  const words = useReleaseWords();
  return (
    <p className="moved-date">
      <span className="unseen">{t('was')}: </span>
      <del>{wordRelease(from, { words })}</del>
      <span aria-hidden="true"> → </span>
      <span className="unseen">{t('now')}: </span>
      <ins>{wordRelease(to, { words })}</ins>
    </p>
  );
}
