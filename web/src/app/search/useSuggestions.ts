import { useApolloClient } from '@apollo/client/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { SuggestDocument, type SuggestQuery } from '../../generated/documents.ts';

/** So short that it seems to answer at once, and so long that a word typed fast is asked for once. */
const PAUSE_MS = 200;

/** What the API looks at. */
const MOST_CHARACTERS = 100;

interface Answer {
  /** What was asked. */
  text: string;
  found: SuggestQuery | null;
  failed: boolean;
}

const NONE: Answer = { text: '', found: null, failed: false };

/**
 * What may be meant by what stands in the field: asked when one pauses, never in the middle of a kana
 * conversion, and only of what was typed last. The answer before stays until the next one comes.
 *
 * @param before what stood in the field before anything was typed.
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
          // What is asked for again is answered at once; an aborted question must not answer another.
          context: { fetchOptions: { signal: mine.signal }, queryDeduplication: false },
        })
        .then(({ data }) => ({ text, found: data ?? null, failed: !data }))
        .catch((error: unknown) => {
          if (!mine.signal.aborted) console.info('Nothing could be suggested.', error);
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
      // Of what stands in the field and was not typed, nothing is known yet.
      keydown: (event: Event) => {
        const { key, isComposing } = event as KeyboardEvent;
        if (key === 'ArrowDown' && !isComposing && asked() !== answered) settle();
      },
      blur: () => setOpen(false),
    };
    for (const [name, listen] of Object.entries(listeners)) input?.addEventListener(name, listen);
    // What was typed while this was on its way.
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
