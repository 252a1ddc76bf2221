import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Stage, StageState } from './createStage.ts';

export const StageContext = createContext<Stage | null>(null);

/** What this page works with, and how the rest is brought. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('useStage: expected a StageContext above');
  return stage;
}

export function useStageState(): StageState {
  const stage = useStage();
  return useSyncExternalStore(stage.subscribe, stage.get);
}
