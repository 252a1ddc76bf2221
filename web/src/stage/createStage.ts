import type { ApolloClient } from '@apollo/client';
import { createStore } from '../lib/createStore.ts';
import type { Messages } from '../lib/messages/loadMessages.ts';
import type { Live } from '../live/createLive.ts';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** What a page needs beyond showing its first list: it arrives after that list is on the screen. */
export interface Tools {
  client: ApolloClient;
  live: Live;
  /** What the first list and all other pages say. */
  messages: Messages;
}

/** How far the page has come. */
export interface StageState {
  /** The answer to the question that was asked before anything else had arrived. */
  early: EarlyAnswer | null;
  /** Null until they have arrived. */
  tools: Tools | null;
  /** Why they did not arrive; null while they are under way, and when they are there. */
  failure: unknown;
}

export type Stage = ReturnType<typeof createStage>;

/** Keeps what the page works with, and brings the rest when it is first wanted. */
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
    /** Comes about when the first page is on the screen. */
    shown,
    showed,
    subscribe: store.subscribe,
    /** Has an early answer shown until the rest is there. */
    show: (early: EarlyAnswer) => store.set({ early }),
    /** The rest of what a page needs, loaded at the first call; another call tries again after a failure. */
    tools(): Promise<Tools> {
      bringing ??= bring();
      return bringing;
    },
    /** Begins something once the rest is there, which then need not be drawn anew. Returns what ends it. */
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
