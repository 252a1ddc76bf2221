import { backoff } from './backoff.ts';
import type { Requester } from './createRequester.ts';
import {
  type BookEventFieldsFragment,
  type BookEventKind,
  BookEventsDocument,
  LatestBookEventCursorDocument,
  OnBookEventDocument,
  type OnBookEventSubscription,
} from './generated/documents.ts';
import type { Realtime } from './realtime/createRealtime.ts';
import { type Seen, startSeen } from './seen.ts';
import { ShinkanError } from './shinkanError.ts';

/** One entry of the log of what happened to books, with its book. */
export type BookEvent = BookEventFieldsFragment;

/**
 * `connecting` until everything up to now has been delivered and new events are pushed, and again
 * after each loss; `live` then; `failed` when it was refused for good.
 */
export type LiveState = 'connecting' | 'live' | 'failed';

export interface FollowOptions {
  realtime: Realtime;
  request: Requester;
  /** Only events of this book. */
  bookId?: string;
  /** Only events of this kind. */
  kind?: BookEventKind;
  /** A cursor that was remembered: what came behind it is delivered first. New events alone without. */
  after?: string;
  /** Hears every event once: those missed in the order of the log, pushed ones as they come. */
  onEvent(event: BookEvent): void;
  onState?(state: LiveState): void;
  /** Hears why it failed for good, and what went wrong on the way; it goes on after the latter. */
  onError?(error: unknown): void;
}

/** A reader of the log that follows it as it grows. */
export interface Following {
  /** A cursor to remember: everything before it has been delivered. Null before the first contact. */
  cursor(): string | null;
  stop(): void;
}

/**
 * AppSync pushes at most once, so a push may get lost on a connection that stands. Each open page
 * looks for such between every two and a half and five minutes: 10,000 pages ask 45 times a second.
 */
const LOOK_AGAIN_MS = 300_000;

/** A description may have 10,000 characters, and an answer of the Data API holds 1 MiB. */
const PAGE = 25;

/**
 * Follows the log of events without gaps: it subscribes first, then reads from its cursor what came
 * meanwhile, then drops what it sees twice. The cursor moves by the pages of the log alone, since
 * pushes may overtake each other: behind a pushed event there may be one that is still to come.
 */
export function followBookEvents(options: FollowOptions): Following {
  const { realtime, request, bookId, kind } = options;
  let seen: Seen | null = options.after === undefined ? null : startSeen(options.after, true);
  let waiting: BookEvent[] | null = [];
  let stopped = false;
  // Grows with each connection, so that reading for a lost one ends.
  let connections = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  options.onState?.('connecting');
  // The place to begin is fixed now: whatever happens while the connection is made is new.
  const beginning = seen === null ? request(LatestBookEventCursorDocument, {}) : null;
  beginning?.catch(() => undefined);

  const unsubscribe = realtime.subscribe<OnBookEventSubscription>(
    OnBookEventDocument.toString(),
    { bookId: bookId ?? null, kind: kind ?? null },
    {
      ready() {
        connections += 1;
        void catchUp(connections);
      },
      lost() {
        connections += 1;
        clearTimeout(timer);
        waiting = [];
        options.onState?.('connecting');
      },
      next({ data }) {
        const event = data?.onBookEvent;
        // An event that could not be pushed whole is read from the log.
        if (!event) lookAgain(0);
        else if (waiting !== null) waiting.push(event);
        else deliver(event);
      },
      error: fail,
    },
  );

  async function catchUp(connectionNo: number, attempt = 0) {
    const isOver = () => stopped || connectionNo !== connections;
    try {
      seen ??= startSeen((await latest(attempt)).latestBookEventCursor, false);
      let more = true;
      while (more) {
        const { bookEvents: page } = await request(BookEventsDocument, {
          after: seen.cursor(),
          first: PAGE,
          kinds: kind === undefined ? null : [kind],
        });
        if (isOver()) return;
        for (const event of page.events) deliver(event);
        seen.advance(page.endCursor);
        more = page.hasNextPage;
      }
      if (!isOver()) goLive();
    } catch (error) {
      if (isOver()) return;
      if (error instanceof ShinkanError && error.errorType === 'InvalidCursor') return fail(error);
      options.onError?.(error);
      timer = setTimeout(() => void catchUp(connectionNo, attempt + 1), backoff(attempt));
    }
  }

  /** The place fixed at the beginning; asked again when that first question failed. */
  function latest(attempt: number) {
    return attempt === 0 && beginning !== null
      ? beginning
      : request(LatestBookEventCursorDocument, {});
  }

  function goLive() {
    const pushed = waiting;
    waiting = null;
    for (const event of pushed ?? []) deliver(event);
    if (pushed !== null) options.onState?.('live');
    lookAgain(LOOK_AGAIN_MS * (0.5 + Math.random() / 2));
  }

  function lookAgain(delay: number) {
    clearTimeout(timer);
    const connectionNo = connections;
    timer = setTimeout(() => void catchUp(connectionNo), delay);
  }

  function deliver(event: BookEvent) {
    if (stopped || !seen?.add(event.seq)) return;
    if (bookId !== undefined && event.bookId !== bookId) return;
    try {
      options.onEvent(event);
    } catch (error) {
      // The fault is the listener's: it must not cost the events that follow.
      options.onError?.(error);
    }
    if (seen.isFull()) lookAgain(0);
  }

  function fail(error: ShinkanError) {
    if (stopped) return;
    stop();
    options.onState?.('failed');
    options.onError?.(error);
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
  }

  return { cursor: () => seen?.cursor() ?? null, stop };
}
