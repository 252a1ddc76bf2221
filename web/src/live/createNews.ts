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

/** A book as an event of the log carries it. */
export type BookInEvent = BookEvent['book'];

export type News = ReturnType<typeof createNews>;

/**
 * The log of what happens to books, as it grows. It holds facts about books only, so it is read
 * with the public key and goes on undisturbed while members come and go.
 *
 * @param after where the log stood when the page was asked for; as it stands now where that is unknown.
 */
export function createNews({ graphqlUrl, realtimeUrl, apiKey }: Config, after?: string) {
  const authorization = authorizationFor({ apiKey });
  const shared = {
    realtime: createRealtime({ url: realtimeUrl, authorization }),
    request: createRequester({ endpoint: graphqlUrl, authorization }),
    onError: (error: unknown) => console.warn('Live events:', error),
  };
  return {
    /** Hears every book that goes on sale, and whether it is heard at once. Returns what ends it. */
    followOnSale(onEvent: (event: BookEvent) => void, onState: (state: LiveState) => void) {
      const from = after === undefined ? {} : { after };
      return followBookEvents({ ...shared, ...from, kind: 'ON_SALE', onEvent, onState }).stop;
    },
    /** Hears whatever happens to one book. Returns what ends it. */
    followBook(bookId: string, onEvent: (event: BookEvent) => void) {
      return followBookEvents({ ...shared, bookId, onEvent }).stop;
    },
  };
}
