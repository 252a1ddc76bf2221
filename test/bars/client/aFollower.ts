import {
  type BookEventKind,
  createShinkanClient,
  type Following,
  type LiveState,
} from '../../../client/src/index.ts';

/** A program that follows the log, and may be restarted with the cursor it remembered. */
export interface Follower {
  kind: BookEventKind | undefined;
  /** The seqs it received, in that order, over all its lives. */
  heard: number[];
  state(): LiveState;
  /** The number of lost connections. */
  losses(): number;
  /** The permanent error that it was given. */
  failure(): unknown;
  startAnew(): void;
  stop(): void;
}

export function aFollower(port: number, apiKey: string, kind?: BookEventKind): Follower {
  const heard: number[] = [];
  let state: LiveState = 'connecting';
  let losses = 0;
  let failure: unknown = null;
  let stop = () => {};
  let following: Following | null = null;

  function start(after?: string) {
    const client = createShinkanClient({ endpoint: `http://127.0.0.1:${port}/graphql`, apiKey });
    following = client.onBookEvents({
      ...(after === undefined ? {} : { after }),
      ...(kind === undefined ? {} : { kind }),
      onEvent: ({ seq }) => heard.push(Number(seq)),
      onState(now) {
        if (state === 'live' && now === 'connecting') losses += 1;
        state = now;
      },
      onError(error) {
        if (state === 'failed') failure = error;
      },
    });
    stop = () => client.close();
  }

  start();
  return {
    kind,
    heard,
    state: () => state,
    losses: () => losses,
    failure: () => failure,
    startAnew() {
      const cursor = following?.cursor() ?? undefined;
      stop();
      start(cursor);
    },
    stop: () => stop(),
  };
}
