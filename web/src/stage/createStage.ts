import type { ApolloClient } from '@apollo/client';
import { createStore } from '../lib/createStore.ts';
import type { Messages } from '../lib/messages/loadMessages.ts';
import type { Live } from '../live/createLive.ts';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** What a page needs beyond its first list; loaded after that list is on the screen. */
export interface Tools {
  client: ApolloClient;
  live: Live;
  /** The messages of the first list and all other pages. */
  messages: Messages;
}

/** The page's loading state. */
export interface StageState {
  /** The answer to the query sent before anything else had loaded. */
  early: EarlyAnswer | null;
  /** Null until loaded. */
  tools: Tools | null;
  /** Why loading failed; null while loading and once loaded. */
  failure: unknown;
}

export type Stage = ReturnType<typeof createStage>;

/** Holds what the page works with, and loads the rest on first use. */
export function createStage(load: () => Promise<Tools>) {
  const store = createStore<StageState>({ early: null, tools: null, failure: null });
  let bringing: Promise<Tools> | null = null;
  let showed = () => {};
  const shown = new Promise<void>((resolve) => {
    showed = resolve;
  });

  async function bring(): Promise<Tools> {
    try {
      store.set({ failure: null });
      const tools = await load();
      store.set({ tools });
      return tools;
    } catch (failure) {
      bringing = null;
      store.set({ failure });
      throw failure;
    }
  }

  return {
    get: store.get,
    /** Resolves when the first page is on the screen. */
    shown,
    showed,
    subscribe: store.subscribe,
    /** Shows an early answer until the rest has loaded. */
    show: (early: EarlyAnswer) => store.set({ early }),
    /**
     * Loads the rest of what a page needs at the first call; another call retries after a failure.
     */
    tools(): Promise<Tools> {
      bringing ??= bring();
      return bringing;
    },
    /**
     * Starts something once the rest has loaded, without a re-render. Returns a function that stops
     * it.
     */
    whenThere(begin: (tools: Tools) => () => void): () => void {
      let end: (() => void) | undefined;
      const look = () => {
        const { tools } = store.get();
        if (tools) end ??= begin(tools);
      };
      const unsubscribe = store.subscribe(look);
      look();
      return () => {
        unsubscribe();
        end?.();
      };
    },
  };
}
