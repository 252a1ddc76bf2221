import {
  authorizationFor,
  type BookEvent,
  createRealtime,
  createRequester,
  followBookEvents,
  type LiveState,
} from '../../../client/src/index.ts';
import type { Config } from '../lib/config.ts';

export type { BookEvent, LiveState };

/** A book as carried by an event. */
export type BookInEvent = BookEvent['book'];

export type News = ReturnType<typeof createNews>;

/**
 * The live log of book events. It contains only facts about books, so it is read with the public
 * key and is unaffected by members signing in or out.
 *
 * @param after the position of the log when the page was requested; the current end if unknown.
 */
export function createNews({ graphqlUrl, realtimeUrl, apiKey }: Config, after?: string) {
  const authorization = authorizationFor({ apiKey });
  const shared = {
    realtime: createRealtime({ url: realtimeUrl, authorization }),
    request: createRequester({ endpoint: graphqlUrl, authorization }),
    onError: (error: unknown) => console.warn('Live events:', error),
  };
  return {
    /**
     * Subscribes to every book that goes on sale, and to the connection's state. Returns a function
     * that stops it.
     */
    followOnSale(onEvent: (event: BookEvent) => void, onState: (state: LiveState) => void) {
      const from = after === undefined ? {} : { after };
      return followBookEvents({ ...shared, ...from, kind: 'ON_SALE', onEvent, onState }).stop;
    },
    /** Subscribes to all events of one book. Returns a function that stops it. */
    followBook(bookId: string, onEvent: (event: BookEvent) => void) {
      return followBookEvents({ ...shared, bookId, onEvent }).stop;
    },
  };
}
