import { useTranslations } from 'use-intl/react';
import { Marked } from '../../parts/marking/Marked.tsx';
import type { SuggestionGroup as Group } from './groupSuggestions.ts';

interface SuggestionGroupProps {
  group: Group;
  /** The typed text. */
  text: string;
  /** The id of the list, whose options are numbered consecutively. */
  id: string;
  first: number;
  active: number;
  choose: (at: number) => void;
}

/** Suggestions of one kind under a heading. */
export function SuggestionGroup({ group, text, id, first, active, choose }: SuggestionGroupProps) {
  const t = useTranslations('suggest');
  const nameId = `${id}-${group.kind}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, and not of fields
    <div role="group" aria-labelledby={nameId} className="suggestions__group">
      <div id={nameId} role="presentation" className="suggestions__kind">
        {t(group.kind)}
      </div>
      {group.options.map(({ key, words, beside, count }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={key}
          id={`${id}-${first + index}`}
          role="option"
          tabIndex={-1}
          aria-selected={first + index === active}
          className="suggestions__option"
          onClick={() => choose(first + index)}
        >
          <span className="suggestions__words" lang="ja">
            <Marked text={words} wanted={text} />
            {beside && (
              <span className="suggestions__beside">
                {' '}
                <Marked text={beside} wanted={text} />
              </span>
            )}
          </span>
          {count !== undefined && (
            <span className="suggestions__count">{t('upcoming', { count })}</span>
          )}
        </div>
      ))}
    </div>
  );
}
