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
import { type Place, placeInPartOfLog, placeInWholeLog } from './place.ts';
import type { Realtime } from './realtime/createRealtime.ts';
import { ShinkanError } from './shinkanError.ts';

/** One entry of the event log, with its book. */
export type BookEvent = BookEventFieldsFragment;

/**
 * `connecting` until everything up to now has been delivered and new events are pushed, and again
 * after each lost connection; then `live`; `failed` after a permanent rejection.
 */
export type LiveState = 'connecting' | 'live' | 'failed';

export interface FollowOptions {
  realtime: Realtime;
  request: Requester;
  /** Only events of this book. */
  bookId?: string;
  /** Only events of this kind. */
  kind?: BookEventKind;
  /** A stored cursor: events after it are delivered first. Without one, only new events are. */
  after?: string;
  /**
   * Receives every event once. Without `bookId` and `kind`, `seq` always increases. With either, an
   * event whose push was lost or overtaken arrives late, when the log is read.
   */
  onEvent(event: BookEvent): void;
  onState?(state: LiveState): void;
  /**
   * Receives the reason for a permanent failure, and temporary errors, after which following
   * continues.
   */
  onError?(error: unknown): void;
}

/** A subscription to the log. */
export interface Following {
  /** A cursor to store: everything up to it has been delivered. Null before the first contact. */
  cursor(): string | null;
  stop(): void;
}

/**
 * AppSync delivers pushes at most once, so one may get lost on an open connection. Each open page
 * checks for that every two and a half to five minutes: 10,000 pages send 45 requests a second.
 */
const LOOK_AGAIN_MS = 300_000;

/**
 * The longest time that a pushed event waits for an earlier one until that is read from the log; at
 * least a quarter of it, since the two may only have been swapped in transit.
 */
const HOLD_MS = 1_000;

/** The number of pushed events that may wait; further ones are read from the log. */
const MOST_WAITING = 1_000;

/** A description may have 10,000 characters, and a response of the Data API holds 1 MiB. */
const PAGE = 25;

/**
 * Follows the event log without gaps: subscribes first, then reads the log from its cursor, and
 * drops duplicates. Events pushed during a read wait for its end.
 */
export function followBookEvents(options: FollowOptions): Following {
  const { realtime, request, bookId, kind } = options;
  const begin = bookId === undefined && kind === undefined ? placeInWholeLog : placeInPartOfLog;
  let place: Place | null = options.after === undefined ? null : begin(options.after, true);
  let waiting: BookEvent[] = [];
  // Whether an event was pushed that is neither delivered nor waiting.
  let isMissing = false;
  let isReady = false;
  let isLive = false;
  let stopped = false;
  // The current read of the log; a new one replaces it, and a lost connection ends it.
  let reading: symbol | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Whether the timer is set for a missing event, not for the next check.
  let isHurried = false;

  options.onState?.('connecting');
  // The starting position is fixed now: whatever happens while connecting is new.
  const beginning = place === null ? request(LatestBookEventCursorDocument, {}) : null;
  beginning?.catch(() => undefined);

  const unsubscribe = realtime.subscribe<OnBookEventSubscription>(
    OnBookEventDocument.toString(),
    { bookId: bookId ?? null, kind: kind ?? null },
    {
      ready() {
        isReady = true;
        void catchUp();
      },
      lost() {
        isReady = false;
        isLive = false;
        reading = null;
        clearTimeout(timer);
        waiting = [];
        options.onState?.('connecting');
      },
      // A connection that died during sleep is not detected yet, but the log can be read at once.
      woke() {
        if (isReady) void catchUp();
      },
      next({ data }) {
        const event = data?.onBookEvent;
        // An event that could not be pushed whole is read from the log.
        if (!event || waiting.length >= MOST_WAITING) isMissing = true;
        else waiting.push(event);
        if (reading === null) settle();
      },
      error: fail,
    },
  );

  async function catchUp(attempt = 0) {
    const own = Symbol('reading');
    const isOver = () => stopped || reading !== own;
    reading = own;
    clearTimeout(timer);
    isHurried = false;
    isMissing = false;
    try {
      place ??= begin((await latest(attempt)).latestBookEventCursor, false);
      let more = true;
      while (more) {
        const { bookEvents: page } = await request(BookEventsDocument, {
          after: place.cursor(),
          first: PAGE,
          kinds: kind === undefined ? null : [kind],
          bookId: bookId ?? null,
        });
        if (isOver()) return;
        for (const event of page.events) if (place.judge(event.seq) !== 'drop') give(place, event);
        // A listener may have stopped it; the cursor then stays there.
        if (isOver()) return;
        place.advance(page.endCursor);
        more = page.hasNextPage;
      }
    } catch (error) {
      if (isOver()) return;
      if (error instanceof ShinkanError && error.errorType === 'InvalidCursor') return fail(error);
      options.onError?.(error);
      timer = setTimeout(() => void catchUp(attempt + 1), backoff(attempt));
      return;
    }
    if (isOver()) return;
    reading = null;
    lookAgain();
    settle();
    if (!isLive && !stopped) {
      isLive = true;
      options.onState?.('live');
    }
  }

  /** Returns the position fixed at the start; requests it again if that first request failed. */
  function latest(attempt: number) {
    return attempt === 0 && beginning !== null
      ? beginning
      : request(LatestBookEventCursorDocument, {});
  }

  /** Delivers the pushed events that are next in order, and schedules a search for missing ones. */
  function settle() {
    const here = place;
    if (here === null) return;
    waiting.sort((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
    waiting = waiting.filter((event) => {
      const verdict = here.judge(event.seq);
      if (verdict === 'give') give(here, event);
      return verdict === 'keep';
    });
    if (isMissing || here.isFull()) hurry(0);
    else if (waiting.length > 0) hurry(HOLD_MS * (0.25 + Math.random() * 0.75));
    else if (isHurried) lookAgain();
  }

  function hurry(delay: number) {
    if (!isHurried) lookAgain(delay);
    isHurried = true;
  }

  function lookAgain(delay = LOOK_AGAIN_MS * (0.5 + Math.random() / 2)) {
    clearTimeout(timer);
    isHurried = false;
    if (!stopped) timer = setTimeout(() => void catchUp(), delay);
  }

  function give(to: Place, event: BookEvent) {
    if (stopped) return;
    to.note(event.seq);
    try {
      options.onEvent(event);
    } catch (error) {
      // The listener's own error must not cost the following events.
      options.onError?.(error);
    }
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

  return { cursor: () => place?.cursor() ?? null, stop };
}
