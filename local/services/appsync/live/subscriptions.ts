import type { GraphQLResolveInfo } from 'graphql';
import { checkMode, readMember } from '../answer/answerField.ts';
import type { Engine } from '../answer/engine.ts';
import type { Operation } from '../answer/operation.ts';
import type { Caller } from '../callers/caller.ts';
import type { Invalidation, SubscriptionFilter } from '../utils/invocation.ts';
import { dataPayload, type Frame, frameData } from './dataFrame.ts';
import { matchesArguments, matchesFilter } from './filters.ts';

/** AppSync's limit on an event's payload ("AWS AppSync endpoints and quotas"). */
const MAX_PAYLOAD_BYTES = 240 * 1024;

/** One subscription of one client. */
export interface Listener {
  /** The part before the payload in each of its messages. */
  head: Buffer;
  /** The invalidations that end it; null for none. */
  invalidationFilter: SubscriptionFilter | null;
  send(frame: Frame): void;
  /** Tells the client that its subscription has ended. */
  invalidate(): void;
}

/** What a listener subscribes to. */
export interface Interest {
  field: string;
  operation: Operation;
  caller: Caller;
  args: Record<string, unknown>;
  /** Set by the subscription's resolver; arguments then do not filter. */
  filter: SubscriptionFilter | null;
}

/** Listeners that receive the same events with the same wording. */
export class Audience {
  readonly interest: Interest;
  /** Equal for audiences whose events are written alike, even if their filters differ. */
  readonly wording: string;
  readonly listeners = new Set<Listener>();

  constructor(interest: Interest, wording: string) {
    this.interest = interest;
    this.wording = wording;
  }

  hears(event: unknown): boolean {
    const { args, filter } = this.interest;
    return filter ? matchesFilter(event, filter) : matchesArguments(event, args);
  }
}

/** All listeners. An event is filtered once per audience and written once per wording. */
export class Subscriptions {
  readonly #engine: Engine;
  readonly #log: (line: string) => void;
  readonly #audiences = new Map<string, Map<string, Audience>>();

  constructor(engine: Engine, log: (line: string) => void) {
    this.#engine = engine;
    this.#log = log;
  }

  /** Adds a listener; returns a function that removes it. */
  add(interest: Interest, listener: Listener): () => void {
    const { field, operation, caller, filter, args } = interest;
    const { query, operationName, variables } = operation.request;
    const { mode, deniedFields } = caller;
    const wording = JSON.stringify([query, operationName, variables, mode, deniedFields]);
    const key = JSON.stringify([wording, args, filter]);
    const ofField = this.#audiences.get(field) ?? new Map<string, Audience>();
    const audience = ofField.get(key) ?? new Audience(interest, wording);
    this.#audiences.set(field, ofField.set(key, audience));
    audience.listeners.add(listener);
    return () => {
      audience.listeners.delete(listener);
      if (audience.listeners.size === 0 && ofField.get(key) === audience) ofField.delete(key);
    };
  }

  /** Sends an event to every listener of a subscription field whose filter it passes. */
  async deliver(field: string, event: unknown): Promise<void> {
    const written = new Map<string, Buffer | null>();
    for (const audience of this.#audiences.get(field)?.values() ?? []) {
      if (!audience.hears(event)) continue;
      const { wording, interest, listeners } = audience;
      let payload = written.get(wording);
      if (payload === undefined) {
        payload = await this.#write(interest, event);
        written.set(wording, payload);
      }
      if (payload !== null) sendAll(listeners, payload);
    }
  }

  /**
   * Ends all listeners of a subscription field whose invalidation filter matches; returns their
   * number.
   */
  invalidate({ subscriptionField, payload }: Invalidation): number {
    const audiences = this.#audiences.get(subscriptionField)?.values() ?? [];
    const ended = [...audiences].flatMap(({ listeners }) =>
      [...listeners].filter(
        ({ invalidationFilter }) =>
          invalidationFilter !== null && matchesFilter(payload, invalidationFilter),
      ),
    );
    for (const listener of ended) listener.invalidate();
    return ended.length;
  }

  /** The payload shared by all listeners of a wording; null if it is too large. */
  async #write({ operation, caller, field }: Interest, event: unknown): Promise<Buffer | null> {
    const answer = await this.#engine.select(
      operation,
      { [field]: event },
      (source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
        checkMode(this.#engine, caller, info);
        return readMember(source, info.fieldName);
      },
    );
    const payload = dataPayload(answer);
    if (payload.length <= MAX_PAYLOAD_BYTES) return payload;
    this.#log(
      `an event of ${field} has ${payload.length} bytes, AppSync carries ${MAX_PAYLOAD_BYTES}`,
    );
    return null;
  }
}

/** Clients number their subscriptions alike, so a frame often suits the next listener too. */
function sendAll(listeners: Iterable<Listener>, payload: Buffer): void {
  let before: Buffer | null = null;
  let frame: Frame = [];
  for (const listener of listeners) {
    if (before === null || !listener.head.equals(before)) frame = frameData(listener.head, payload);
    before = listener.head;
    listener.send(frame);
  }
}
