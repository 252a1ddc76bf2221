import type { Json } from '../../../lib/resource.ts';
import type { Code, HandlerName, HandlerResult } from '../code/sandbox.ts';
import type { Resolver, Step } from '../definition/api.ts';
import type { DataSources } from '../sources/callDataSource.ts';
import type { Invocation } from '../utils/invocation.ts';

/** The members of `ctx` that stay the same while one field is resolved. */
export interface FieldContext {
  arguments: unknown;
  identity: Json;
  source: unknown;
  request: { headers: Record<string, string>; domainName: null };
  info: Record<string, unknown>;
  env: Record<string, string>;
}

/** Resolves one field in AppSync's order ("Anatomy of a resolver"). */
export function runResolver(
  resolver: Resolver,
  field: FieldContext,
  invocation: Invocation,
  sources: DataSources,
): Promise<Json> {
  const run = new Run(resolver.name, field, invocation, sources);
  return resolver.kind === 'UNIT' ? run.unit(resolver) : run.pipeline(resolver);
}

class Run {
  readonly #name: string;
  readonly #field: FieldContext;
  readonly #invocation: Invocation;
  readonly #sources: DataSources;
  #stash: { [name: string]: Json } = {};

  constructor(name: string, field: FieldContext, invocation: Invocation, sources: DataSources) {
    this.#name = name;
    this.#field = field;
    this.#invocation = invocation;
    this.#sources = sources;
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

  /** Request, data source, response. A response handler that ignores `ctx.error` succeeds. */
  async #step(step: Step, before: object): Promise<HandlerResult> {
    const request = this.#handle(step.code, 'request', before);
    if (request.skipTo !== null) return request;
    const answer = await this.#sources.call(this.#name, step, request.result);
    const { result, error, rdsResult } = answer;
    this.#invocation.rdsResult = rdsResult ?? null;
    return this.#handle(step.code, 'response', { ...before, result, ...(error && { error }) });
  }

  #handle(code: Code, handler: HandlerName, more: object): HandlerResult {
    const context = { ...this.#field, stash: this.#stash, ...more };
    const handled = code.run(handler, context, this.#invocation);
    this.#stash = handled.stash;
    return handled;
  }
}
