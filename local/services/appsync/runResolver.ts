import type { Json } from '../../resource.ts';
import type { Resolver, Step } from './api.ts';
import { type Backends, callDataSource } from './callDataSource.ts';
import type { Code, HandlerName, HandlerResult } from './sandbox.ts';
import type { Invocation } from './utils/invocation.ts';

/** The members of `ctx` that stay the same while one field is answered. */
export interface FieldContext {
  arguments: unknown;
  identity: Json;
  source: unknown;
  request: { headers: Record<string, string>; domainName: null };
  info: Record<string, unknown>;
  env: Record<string, string>;
}

/** Answers one field, in AppSync's order ("Anatomy of a resolver"). */
export function runResolver(
  resolver: Resolver,
  field: FieldContext,
  invocation: Invocation,
  backends: Backends,
): Promise<Json> {
  const run = new Run(field, invocation, backends);
  return resolver.kind === 'UNIT' ? run.unit(resolver) : run.pipeline(resolver);
}

class Run {
  readonly #field: FieldContext;
  readonly #invocation: Invocation;
  readonly #backends: Backends;
  #stash: { [name: string]: Json } = {};

  constructor(field: FieldContext, invocation: Invocation, backends: Backends) {
    this.#field = field;
    this.#invocation = invocation;
    this.#backends = backends;
  }

  async unit(step: Step): Promise<Json> {
    return (await this.#step(step, {})).result;
  }

  async pipeline({ code, functions }: Extract<Resolver, { kind: 'PIPELINE' }>): Promise<Json> {
    let last = this.#handle(code, 'request', {});
    if (last.skipTo === null) {
      for (const step of functions) {
        last = await this.#step(step, { prev: { result: last.result } });
        if (last.skipTo === 'END') break;
      }
    }
    const prev = { result: last.result };
    return this.#handle(code, 'response', { prev, result: last.result }).result;
  }

  /** Request, data source, response. A response that ignores `ctx.error` answers without an error. */
  async #step({ code, dataSource }: Step, before: object): Promise<HandlerResult> {
    const request = this.#handle(code, 'request', before);
    if (request.skipTo !== null) return request;
    const { result, error } = await callDataSource(dataSource, request.result, this.#backends);
    return this.#handle(code, 'response', { ...before, result, ...(error && { error }) });
  }

  #handle(code: Code, handler: HandlerName, more: object): HandlerResult {
    const context = { ...this.#field, stash: this.#stash, ...more };
    const handled = code.run(handler, context, this.#invocation);
    this.#stash = handled.stash;
    return handled;
  }
}
