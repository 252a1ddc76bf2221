import { Link } from 'react-router';
import { useLocale, useTranslations } from 'use-intl/react';
import type { CoverPartsFragment } from '../../generated/documents.ts';
import { contributorAddress } from '../../lib/catalogueAddress.ts';
import { useMarking } from '../marking/MarkingContext.ts';

interface ContributorsProps {
  contributors: (CoverPartsFragment['contributors'][number] & {
    /** The contributor to link to, if requested and known. */
    contributor?: { id: string } | null;
  })[];
  /** The number of names to show; the others are counted. */
  most: number;
}

/** A book's contributors, each with the role as worded in the feed. */
export function Contributors({ contributors, most }: ContributorsProps) {
  const t = useTranslations('book');
  const role = useTranslations('role');
  const mark = useMarking()?.mark ?? String;
  const japanese = useLocale() === 'ja';
  if (contributors.length === 0) return null;
  const others = contributors.length - most;
  return (
    <>
      {contributors.slice(0, most).map((person) => (
        <span key={`${person.name} ${person.role}`} className="person">
          {person.contributor ? (
            <Link to={contributorAddress(person.contributor.id)} lang="ja">
              {person.name}
            </Link>
          ) : (
            <span lang="ja">{mark(person.name)}</span>
          )}
          <span className="person__role">
            {' '}
            {(japanese ? person.roleText : null) ?? role(person.role)}
          </span>
        </span>
      ))}
      {others > 0 && <span className="person person--more">{t('more', { count: others })}</span>}
    </>
  );
}
