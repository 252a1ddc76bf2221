import { type ComponentType, type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useStage } from '../../stage/StageContext.ts';
import type { SuggestionsProps } from './Suggestions.tsx';
import { searchAddress } from './searchAddress.ts';

/**
 * The search field on every page. On its own it opens the list of results. The suggestions are
 * loaded when the field is first focused; if they cannot be loaded, the search works without them.
 */
export function SearchField() {
  const t = useTranslations('site');
  const stage = useStage();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [Suggestions, setSuggestions] = useState<ComponentType<SuggestionsProps>>();
  const list = pathname === '/' ? search : '';
  const shown = new URLSearchParams(list).get('text') ?? '';

  // Does not overwrite the text while the reader is still typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a page is left
  useLayoutEffect(() => {
    const input = field.current;
    if (input && document.activeElement !== input) input.value = shown;
  }, [shown, pathname]);

  function leave(address: string): void {
    field.current?.blur();
    navigate(address);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    leave(searchAddress(field.current?.value.trim() ?? '', list));
  }

  function visit(): void {
    if (Suggestions) return;
    import('./bringSuggestions.ts')
      .then(({ bringSuggestions }) => bringSuggestions(stage))
      .then((brought) => setSuggestions(() => brought), console.info);
  }

  return (
    <search className="site-search">
      <form onSubmit={submit}>
        <input
          ref={field}
          name="text"
          role="combobox"
          aria-expanded={false}
          aria-autocomplete="list"
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
          onFocus={visit}
        />
        <button type="submit">{t('find')}</button>
      </form>
      {Suggestions && <Suggestions field={field} before={shown} onLeave={leave} />}
    </search>
  );
}
