import { Suspense } from 'react';
import { Failure } from '../../parts/feedback/Failure.tsx';
import { lazily } from '../../stage/lazily.ts';
import { useStage, useStageState } from '../../stage/StageContext.ts';
import { HistorySkeleton } from './history/HistorySkeleton.tsx';
import type { BookWithHistory } from './history/useBookHistory.ts';

const BookHistory = lazily(() => import('./history/BookHistory.tsx'));

/**
 * The history of a book's date, loaded once the book is shown and the rest of the page has arrived.
 */
export function LaterHistory(props: { book: BookWithHistory; headingId: string }) {
  const stage = useStage();
  const { tools, failure } = useStageState();
  if (!tools && failure) return <Failure onRetry={() => stage.tools().catch(console.error)} />;
  if (!tools) return <HistorySkeleton />;
  return (
    <Suspense fallback={<HistorySkeleton />}>
      <BookHistory {...props} />
    </Suspense>
  );
}
