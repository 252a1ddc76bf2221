import type { ReactNode } from 'react';
import { LiveContext } from '../stage/LiveContext.ts';
import { useStageState } from '../stage/StageContext.ts';

/** Lets the page hear of books by itself as soon as that has arrived. */
export function LiveProvider({ children }: { children: ReactNode }) {
  return <LiveContext value={useStageState().tools?.live ?? null}>{children}</LiveContext>;
}
