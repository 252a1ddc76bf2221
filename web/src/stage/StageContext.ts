import { createContext, startTransition, useEffect, useState } from 'react';
import { useRequired } from '../lib/useRequired.ts';
import type { Stage, StageState } from './createStage.ts';

export const StageContext = createContext<Stage | null>(null);

/** The page's tools and the means to load the rest. */
export const useStage = (): Stage => useRequired(StageContext, 'StageContext');

/** The page's loading state. Rendered in small steps, so that a press need not wait for it. */
export function useStageState(): StageState {
  const stage = useStage();
  const [state, setState] = useState(stage.get);
  useEffect(() => {
    const follow = () => startTransition(() => setState(stage.get()));
    // Catches changes between rendering and now.
    follow();
    return stage.subscribe(follow);
  }, [stage]);
  return state;
}
