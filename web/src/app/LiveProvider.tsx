import type { ReactNode } from 'react';
import { LiveContext } from '../stage/LiveContext.ts';
import { useStageState } from '../stage/StageContext.ts';

/** Provides live news about books to the page, once the code for it has loaded. */
export function LiveProvider({ children }: { children: ReactNode }) {
  return <LiveContext value={useStageState().tools?.live ?? null}>{children}</LiveContext>;
}
