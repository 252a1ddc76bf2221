import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import type { Stage, StageState } from './createStage.ts';

export const StageContext = createContext<Stage | null>(null);

/** What this page works with, and how the rest is brought. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('useStage: expected a StageContext above');
  return stage;
}

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
