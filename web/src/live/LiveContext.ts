import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { NoticeQueue } from '../features/notice/noticeQueue.ts';
import type { Live, LiveState } from './createLive.ts';

export const LiveContext = createContext<Live | null>(null);

/** What this page hears of books by itself. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive: expected a LiveContext above');
  return live;
}

export function useLiveState(): LiveState {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.state);
}

export function useNotices(): NoticeQueue {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.notices);
}

/** Says that a book is on the page, so that news about it concerns whoever looks at it. */
export function useShowing(bookId: string): void {
  const live = useLive();
  useEffect(() => live.show(bookId), [live, bookId]);
}

/** Keeps a book up to date while its page is open: a moved date shows by itself. */
export function useFollowing(bookId: string): void {
  const live = useLive();
  useEffect(() => live.followBook(bookId), [live, bookId]);
}
