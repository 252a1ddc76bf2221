import type { GraphQLResolveInfo } from 'graphql';
import { checkMode, readMember } from './answerField.ts';
import type { Caller } from './caller.ts';
import type { Engine, Operation } from './engine.ts';
import { matchesArguments, matchesFilter } from './filters.ts';
import type { SubscriptionFilter } from './utils/invocation.ts';

/** AppSync's bound on what one event carries to a subscriber. */
const MAX_PAYLOAD_BYTES = 240 * 1024;

/** One listener on one socket. */
export interface Listener {
  id: string;
  send(message: Buffer): void;
}

/** What a listener listens to. */
export interface Interest {
  field: string;
  operation: Operation;
  caller: Caller;
  args: Record<string, unknown>;
  /** Set by the subscription's resolver; then arguments do not filter. */
  filter: SubscriptionFilter | null;
}

interface Group {
  interest: Interest;
  listeners: Set<Listener>;
}

/** Who listens to what. Listeners who asked alike form a group, for which an event is written once. */
export class Subscriptions {
  readonly #engine: Engine;
  readonly #log: (line: string) => void;
  readonly #groups = new Map<string, Map<string, Group>>();

  constructor(engine: Engine, log: (line: string) => void) {
    this.#engine = engine;
    this.#log = log;
  }

  /** Adds a listener; the answer takes it away again. */
  add(interest: Interest, listener: Listener): () => void {
    const { field, operation, caller, filter, args } = interest;
    const { query, operationName, variables } = operation.request;
    const key = JSON.stringify([query, operationName, variables, args, caller.mode, filter]);
    const groups = this.#groups.get(field) ?? new Map<string, Group>();
    const group = groups.get(key) ?? { interest, listeners: new Set() };
    this.#groups.set(field, groups.set(key, group));
    group.listeners.add(listener);
    return () => {
      group.listeners.delete(listener);
      if (group.listeners.size === 0 && groups.get(key) === group) groups.delete(key);
    };
  }

  /** Sends an event to every listener of a subscription field whose filter it passes. */
  async deliver(field: string, event: unknown): Promise<void> {
    for (const { interest, listeners } of this.#groups.get(field)?.values() ?? []) {
      const { args, filter } = interest;
      const passes = filter ? matchesFilter(event, filter) : matchesArguments(event, args);
      if (!passes) continue;
      const payload = await this.#write(interest, event);
      if (payload === null) continue;
      for (const { id, send } of listeners) {
        send(
          Buffer.concat([
            Buffer.from(`{"id":${JSON.stringify(id)},"type":"data","payload":`),
            payload,
          ]),
        );
      }
    }
  }

  /** The rest of a data message, equal for all listeners of a group. */
  async #write({ operation, caller, field }: Interest, event: unknown): Promise<Buffer | null> {
    const answer = await this.#engine.select(
      operation,
      { [field]: event },
      (source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
        checkMode(this.#engine, caller, info);
        return readMember(source, info.fieldName);
      },
    );
    const payload = Buffer.from(`${JSON.stringify(answer)}}`);
    if (payload.length <= MAX_PAYLOAD_BYTES) return payload;
    this.#log(
      `an event of ${field} has ${payload.length} bytes, AppSync carries ${MAX_PAYLOAD_BYTES}`,
    );
    return null;
  }
}
