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

/** One pushed result; a failed field is null in `data` and named in `errors`. */
export interface Pushed<T> {
  data?: T | null;
  errors?: ErrorEntry[];
}

/** The callbacks of one subscription. */
export interface Observer<T> {
  next(pushed: Pushed<T>): void;
  /** The subscription was rejected permanently. */
  error?(error: ShinkanError): void;
  /** The server has confirmed the subscription: the first time, and after each reconnection. */
  ready?(): void;
  /** The connection is lost and being restored; anything pushed meanwhile is missed. */
  lost?(): void;
  /**
   * The program was asleep or offline: pushes may have been missed although the connection seems
   * open.
   */
  woke?(): void;
}

/** Subscriptions over one shared WebSocket, which is open while there are any. */
export interface Realtime {
  /**
   * Starts a subscription and restores it after a lost connection; returns a function that ends it.
   */
  subscribe<T>(document: string, variables: object, observer: Observer<T>): () => void;
  /** Ends every subscription without notifying its observer. */
  close(): void;
}

export interface RealtimeOptions {
  /** The API's realtime address, `wss://…`, used as it is. */
  url: string;
  authorization: Authorization;
}

interface Subscription {
  document: string;
  variables: object;
  observer: Observer<unknown>;
  ready: boolean;
  refusals: number;
  /** The last signature used. */
  signature: string;
  /** The last rejection of its signature, after which it may be signed again. */
  refused: { signature: string; error: ShinkanError } | null;
  timer?: ReturnType<typeof setTimeout>;
}

/** From `start` to `start_ack`. */
const START_TIMEOUT_MS = 15_000;

/** How many times in a row a subscription may be rejected, each time with a new signature. */
const MOST_REFUSALS = 3;

/**
 * How long a socket without subscriptions stays open: a page change ends one and starts another.
 */
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
      // No authorization is available; the next connection requests it again.
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
      // An error without a subscription id concerns the connection.
      if (id === undefined && message.type === 'error') connection.renew();
      return;
    }
    if (message.type === 'data') subscription.observer.next(message.payload);
    if (message.type === 'start_ack') confirm(subscription);
    if (message.type === 'error') refuse(id, subscription, errorsOf(message.payload));
    // The client did not end the subscription, so this is a lost connection.
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
    // A token may have expired in transit; the same one would be rejected again.
    if (isUnsigned) subscription.refused = { signature: subscription.signature, error };
    // Too many clients start at once; this one retries later.
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
      // The caller specifies the type of its document's result.
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
