import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Live, LiveState } from '../live/createLive.ts';
import type { NoticeQueue } from '../live/noticeQueue.ts';
import { useStage } from './StageContext.ts';

/** Null until the live news has loaded, which happens after the first list. */
export const LiveContext = createContext<Live | null>(null);

/** The page's live news; null until loaded. */
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

/** Registers a book as visible, so that its news is shown as a notice. */
export function useShowing(bookId: string): void {
  const stage = useStage();
  useEffect(() => stage.whenThere(({ live }) => live.show(bookId)), [stage, bookId]);
}

/** Keeps a book up to date while its page is open, such as when its date moves. */
export function useFollowing(bookId: string): void {
  const stage = useStage();
  useEffect(() => stage.whenThere(({ live }) => live.followBook(bookId)), [stage, bookId]);
}
