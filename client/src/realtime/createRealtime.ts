import type { Authorization } from '../authorization.ts';
import { backoff } from '../backoff.ts';
import type { ErrorEntry, ShinkanError } from '../shinkanError.ts';
import { createProbe } from './createProbe.ts';
import { keepConnected } from './keepConnected.ts';
import {
  apiHost,
  errorsOf,
  type ServerMessage,
  startMessage,
  stopMessage,
  toShinkanError,
  type WireError,
} from './protocol.ts';
import { watchWaking } from './watchWaking.ts';

/** One pushed result; a field that failed is null in `data` and named in `errors`. */
export interface Pushed<T> {
  data?: T | null;
  errors?: ErrorEntry[];
}

/** Who listens to one subscription. */
export interface Observer<T> {
  next(pushed: Pushed<T>): void;
  /** The subscription was refused and will not come back. */
  error?(error: ShinkanError): void;
  /** The server has confirmed the subscription: the first time, and after each loss. */
  ready?(): void;
  /** The connection is lost and sought again; what is pushed meanwhile is missed. */
  lost?(): void;
  /**
   * The program was asleep or away from the network: what was pushed meanwhile may be missed though
   * the connection seems to stand.
   */
  woke?(): void;
}

/** Subscriptions over one shared WebSocket, which is open while there is any. */
export interface Realtime {
  /** Begins a subscription and keeps it through losses; call what it returns to end it. */
  subscribe<T>(document: string, variables: object, observer: Observer<T>): () => void;
  /** Ends every subscription without a word to its observer. */
  close(): void;
}

export interface RealtimeOptions {
  /** The realtime address of the API, `wss://…`, used as it is. */
  url: string;
  authorization: Authorization;
}

interface Subscription {
  document: string;
  variables: object;
  observer: Observer<unknown>;
  ready: boolean;
  refusals: number;
  /** What it was last signed with. */
  signature: string;
  /** The last refusal of its signature, for which it may be signed anew. */
  refused: { signature: string; error: ShinkanError } | null;
  timer?: ReturnType<typeof setTimeout>;
}

/** From `start` to `start_ack`. */
const START_TIMEOUT_MS = 15_000;

/** How often in a row a subscription may be refused, each time signed anew. */
const MOST_REFUSALS = 3;

/** How long a socket without subscriptions is kept: a page that changes leaves one and begins another. */
const LINGER_MS = 1_000;

export function createRealtime({ url, authorization }: RealtimeOptions): Realtime {
  const subscriptions = new Map<string, Subscription>();
  let lastId = 0;
  let linger: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | null = null;
  const signed = async () => ({ host: apiHost(url), ...(await authorization()) });
  const connection = keepConnected({
    url,
    authorization: signed,
    onOpen() {
      for (const id of subscriptions.keys()) void start(id);
    },
    onMessage: receive,
    onLost(reason) {
      probe.end();
      for (const [id, subscription] of subscriptions) {
        clearTimeout(subscription.timer);
        if (reason !== null) fail(id, reason);
        else if (subscription.ready) subscription.observer.lost?.();
        subscription.ready = false;
      }
    },
  });

  const probe = createProbe({ send: connection.send, onSilence: connection.renew });

  async function start(id: string) {
    const subscription = subscriptions.get(id);
    if (subscription === undefined || !connection.isOpen()) return;
    subscription.timer = setTimeout(connection.renew, START_TIMEOUT_MS);
    try {
      const { document, variables, refused } = subscription;
      const authorization = await signed();
      subscription.signature = JSON.stringify(authorization);
      if (refused?.signature === subscription.signature) return fail(id, refused.error);
      const message = startMessage(id, document, variables, authorization);
      if (subscriptions.has(id)) connection.send(message);
    } catch {
      // There is no authorization to be had; the next connection asks for it again.
      connection.renew();
    }
  }

  function wake() {
    for (const { observer } of [...subscriptions.values()]) observer.woke?.();
    if (!connection.isOpen()) return connection.hurry();
    const [model] = subscriptions.values();
    if (model === undefined) return;
    const { document, variables } = model;
    lastId += 1;
    const id = String(lastId);
    void probe.begin(id, async () => startMessage(id, document, variables, await signed()));
  }

  function receive(message: ServerMessage) {
    if (probe.hears(message)) return;
    const id = 'id' in message ? message.id : undefined;
    const subscription = id === undefined ? undefined : subscriptions.get(id);
    if (id === undefined || subscription === undefined) {
      // An error that names no subscription concerns the connection.
      if (id === undefined && message.type === 'error') connection.renew();
      return;
    }
    if (message.type === 'data') subscription.observer.next(message.payload);
    if (message.type === 'start_ack') confirm(subscription);
    if (message.type === 'error') refuse(id, subscription, errorsOf(message.payload));
    // We have not asked for the end, so it is a loss.
    if (message.type === 'complete') connection.renew();
  }

  function confirm(subscription: Subscription) {
    clearTimeout(subscription.timer);
    subscription.ready = true;
    subscription.refusals = 0;
    subscription.refused = null;
    subscription.observer.ready?.();
  }

  function refuse(id: string, subscription: Subscription, errors: WireError[]) {
    clearTimeout(subscription.timer);
    const error = toShinkanError(errors);
    if (subscription.ready) subscription.observer.lost?.();
    subscription.ready = false;
    const has = (type: string) => errors.some(({ errorType }) => errorType === type);
    const isUnsigned = has('UnauthorizedException') && subscription.refusals + 1 < MOST_REFUSALS;
    // A token may have expired on its way; the same one would be refused again.
    if (isUnsigned) subscription.refused = { signature: subscription.signature, error };
    // Too many clients begin at once, and this one waits its turn.
    else if (!has('LimitExceededError')) return fail(id, error);
    subscription.timer = setTimeout(() => void start(id), backoff(subscription.refusals));
    subscription.refusals += 1;
  }

  function fail(id: string, error: ShinkanError) {
    const subscription = subscriptions.get(id);
    forget(id);
    subscription?.observer.error?.(error);
  }

  function forget(id: string) {
    clearTimeout(subscriptions.get(id)?.timer);
    if (!subscriptions.delete(id) || subscriptions.size > 0) return;
    stopWatching?.();
    stopWatching = null;
    clearTimeout(linger);
    linger = setTimeout(connection.stop, LINGER_MS);
  }

  return {
    subscribe<T>(document: string, variables: object, observer: Observer<T>) {
      lastId += 1;
      const id = String(lastId);
      clearTimeout(linger);
      stopWatching ??= watchWaking(wake);
      // The caller states what its document gives.
      const typed = observer as Observer<unknown>;
      subscriptions.set(id, {
        document,
        variables,
        observer: typed,
        ready: false,
        refusals: 0,
        signature: '',
        refused: null,
      });
      if (connection.isOpen()) void start(id);
      else connection.start();
      return () => {
        if (subscriptions.has(id) && connection.isOpen()) {
          connection.send(stopMessage(id));
        }
        forget(id);
      };
    },
    close() {
      for (const id of [...subscriptions.keys()]) forget(id);
      clearTimeout(linger);
      connection.stop();
    },
  };
}
