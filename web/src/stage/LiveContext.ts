import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Live, LiveState } from '../live/createLive.ts';
import type { NoticeQueue } from '../live/noticeQueue.ts';
import { useStage } from './StageContext.ts';

/** Null until the news has arrived, which it does after the first list. */
export const LiveContext = createContext<Live | null>(null);

/** What this page hears of books by itself; null while that is still on its way. */
export function useLive(): Live | null {
  return useContext(LiveContext);
}

const never = () => () => {};
const none: NoticeQueue = [];

export function useLiveState(): LiveState {
  const live = useLive();
  return useSyncExternalStore(live?.subscribe ?? never, live?.state ?? (() => 'connecting'));
}

export function useNotices(): NoticeQueue {
  const live = useLive();
  return useSyncExternalStore(live?.subscribe ?? never, live?.notices ?? (() => none));
}

/** Says that a book is on the page, so that news about it concerns whoever looks at it. */
export function useShowing(bookId: string): void {
  const stage = useStage();
  useEffect(() => stage.whenThere(({ live }) => live.show(bookId)), [stage, bookId]);
}

/** Keeps a book up to date while its page is open: a moved date shows by itself. */
export function useFollowing(bookId: string): void {
  const stage = useStage();
  useEffect(() => stage.whenThere(({ live }) => live.followBook(bookId)), [stage, bookId]);
}
