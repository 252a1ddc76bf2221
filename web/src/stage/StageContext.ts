import { createContext, startTransition, useEffect, useState } from 'react';
import { useRequired } from '../lib/useRequired.ts';
import type { Stage, StageState } from './createStage.ts';

export const StageContext = createContext<Stage | null>(null);

/** What this page works with, and how the rest is brought. */
export const useStage = (): Stage => useRequired(StageContext, 'StageContext');

/** How far the page has come. It is drawn bit by bit, so that a reader's press need not wait for it. */
export function useStageState(): StageState {
  const stage = useStage();
  const [state, setState] = useState(stage.get);
  useEffect(() => {
    const follow = () => startTransition(() => setState(stage.get()));
    // What came between drawing and now.
    follow();
    return stage.subscribe(follow);
  }, [stage]);
  return state;
}
