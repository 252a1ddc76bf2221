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
  /**
   * Hears every event once. Without `bookId` and `kind` each has a higher `seq` than the one before.
   * With either, an event whose push got lost or was overtaken comes late, when the log is read.
   */
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

/**
 * How long a pushed event waits for one before it, at most, until that one is read from the log: a
 * quarter of it at least, since the two may only have changed places on the way.
 */
const HOLD_MS = 1_000;

/** Pushed events that wait meanwhile; what comes on top is read from the log. */
const MOST_WAITING = 1_000;

/** A description may have 10,000 characters, and an answer of the Data API holds 1 MiB. */
const PAGE = 25;

/**
 * Follows the log of events without gaps: it subscribes first, then reads from its cursor what came
 * meanwhile, then drops what it sees twice. What is pushed while it reads waits until it has.
 */
export function followBookEvents(options: FollowOptions): Following {
  const { realtime, request, bookId, kind } = options;
  const begin = bookId === undefined && kind === undefined ? placeInWholeLog : placeInPartOfLog;
  let place: Place | null = options.after === undefined ? null : begin(options.after, true);
  let waiting: BookEvent[] = [];
  // Whether something was pushed that is neither given nor waiting.
  let isMissing = false;
  let isReady = false;
  let isLive = false;
  let stopped = false;
  // The reading of the log that is under way; another takes its place, and a loss ends it.
  let reading: symbol | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Whether the timer runs for something that is missed, and not for the next look.
  let isHurried = false;

  options.onState?.('connecting');
  // The place to begin is fixed now: whatever happens while the connection is made is new.
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
      // A connection that died in its sleep is still to be found out; the log is there already.
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
        });
        if (isOver()) return;
        for (const event of page.events) if (place.judge(event.seq) !== 'drop') give(place, event);
        // Stopped by its listener, it stands where that was.
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

  /** The place fixed at the beginning; asked again when that first question failed. */
  function latest(attempt: number) {
    return attempt === 0 && beginning !== null
      ? beginning
      : request(LatestBookEventCursorDocument, {});
  }

  /** Gives of the pushed events what may be given, in order, and has the rest looked for. */
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
    if (bookId !== undefined && event.bookId !== bookId) return;
    try {
      options.onEvent(event);
    } catch (error) {
      // The fault is the listener's: it must not cost the events that follow.
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
