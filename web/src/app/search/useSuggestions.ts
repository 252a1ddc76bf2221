import { useApolloClient } from '@apollo/client/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { SuggestDocument, type SuggestQuery } from '../../generated/documents.ts';

/** Short enough to feel instant, long enough that a quickly typed word causes one request. */
const PAUSE_MS = 200;

/** The API ignores anything beyond this. */
const MOST_CHARACTERS = 100;

interface Answer {
  /** The text of the request. */
  text: string;
  found: SuggestQuery | null;
  failed: boolean;
}

const NONE: Answer = { text: '', found: null, failed: false };

/**
 * Suggestions for the field's text. Requests them when the reader pauses, never during a kana
 * conversion, and uses only the answer to the latest text. The previous answer stays until the next
 * one arrives.
 *
 * @param before the field's text before anything was typed.
 */
export function useSuggestions(field: RefObject<HTMLInputElement | null>, before: string) {
  const client = useApolloClient();
  const [answer, setAnswer] = useState(NONE);
  const [isOpen, setOpen] = useState(false);
  const asking = useRef(new AbortController());
  const first = useRef(before);

  useEffect(() => {
    const input = field.current;
    let answered: string | null = null;
    let pause: ReturnType<typeof setTimeout> | undefined;

    function stop(): void {
      clearTimeout(pause);
      asking.current.abort();
    }

    const asked = () => (input?.value ?? '').trim().slice(0, MOST_CHARACTERS);

    async function ask(): Promise<void> {
      const text = asked();
      stop();
      if (text === '') return setAnswer(NONE);
      const mine = new AbortController();
      asking.current = mine;
      const next = await client
        .query({
          query: SuggestDocument,
          variables: { text },
          // Repeated requests are answered from the cache; an aborted request must not answer
          // another one.
          context: { fetchOptions: { signal: mine.signal }, queryDeduplication: false },
        })
        .then(({ data }) => ({ text, found: data ?? null, failed: !data }))
        .catch((error: unknown) => {
          if (!mine.signal.aborted) console.info('No suggestions available.', error);
          return { text, found: null, failed: true };
        });
      if (mine.signal.aborted) return;
      answered = next.found && text;
      setAnswer(next);
    }

    function settle(): void {
      stop();
      setOpen(true);
      pause = setTimeout(ask, PAUSE_MS);
    }

    const listeners = {
      input: (event: Event) => {
        if (!(event as InputEvent).isComposing) settle();
      },
      compositionstart: stop,
      compositionend: settle,
      click: settle,
      // Text that is in the field but was not typed has no suggestions yet.
      keydown: (event: Event) => {
        const { key, isComposing } = event as KeyboardEvent;
        if (key === 'ArrowDown' && !isComposing && asked() !== answered) settle();
      },
      blur: () => setOpen(false),
    };
    for (const [name, listen] of Object.entries(listeners)) input?.addEventListener(name, listen);
    // Text that was typed while this module was loading.
    if (document.activeElement === input && input?.value !== first.current) settle();
    return () => {
      stop();
      for (const [name, listen] of Object.entries(listeners)) {
        input?.removeEventListener(name, listen);
      }
    };
  }, [client, field]);

  return { ...answer, isOpen, setOpen };
}
