import { useRef, useState } from 'react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { useStage } from '../../../stage/StageContext.ts';
import type { Facets } from './Facets.ts';

const NONE: Facets = { publishers: [], labels: [], forms: [] };

/**
 * The choices, loaded when a field is first focused, and again at the next field after a failure.
 * Without them names can still be typed.
 */
export function useFacets(today: Day) {
  const stage = useStage();
  const [facets, setFacets] = useState(NONE);
  const [state, setState] = useState<'unknown' | 'known' | 'failed'>('unknown');
  const askedFor = useRef<Day>(undefined);

  async function ask(): Promise<void> {
    if (askedFor.current === today) return;
    askedFor.current = today;
    try {
      const [{ askFacets }, { client }] = await Promise.all([
        import('./askFacets.ts'),
        stage.tools(),
      ]);
      setFacets(await askFacets(client, today));
      setState('known');
    } catch (error) {
      console.error(error);
      askedFor.current = undefined;
      setState('failed');
    }
  }

  return { facets, state, ask: () => void ask() };
}
