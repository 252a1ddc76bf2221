import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { type Keep, keepNothing } from '../../../lib/keptResults.ts';
import { NotEmulated } from '../../../lib/refuse.ts';
import type { Json } from '../../../lib/resource.ts';
import { EarlyReturn, ResolverError, UnauthorizedField } from '../utils/errors.ts';
import * as appsync from '../utils/index.ts';
import { currentInvocation, type Invocation, runInvocation } from '../utils/invocation.ts';
import * as rds from '../utils/rds.ts';
import { ALLOWED_GLOBALS, ALLOWED_METHODS, ALLOWED_STATICS } from './allowed.ts';
import { describeFault } from './describeFault.ts';
import { replaceAsJava } from './replaceAsJava.ts';
import { checkCode } from './staticCheck.ts';
import { toFactory } from './toFactory.ts';

/** Handlers cannot wait, so one that runs longer is in an endless loop. */
const TIMEOUT_MS = 2_000;
/** AppSync's limit on a handler's result. */
const MAX_RESULT_CHARACTERS = 5_000_000;

export type HandlerName = 'request' | 'response';

/** The checked and compiled code of one resolver or function. */
export interface Code {
  run(handler: HandlerName, context: object, invocation: Invocation): HandlerResult;
}

export interface HandlerResult {
  result: Json;
  stash: { [name: string]: Json };
  /** The target of `runtime.earlyReturn`; null if the handler returned normally. */
  skipTo: 'END' | 'NEXT' | null;
}

type Factory = (load: (name: string) => unknown, tick: () => void) => Record<string, unknown>;
/** The outcome of a handler, still in objects of its context. */
type Run = (factory: Factory, handler: string, input: object) => object;
/** See copyJson.js. */
type CopyJson = (value: object, most: number) => object | undefined;

/**
 * The single context in which all resolvers of an API run; like AppSync's, it keeps no state
 * between calls.
 */
export class Sandbox {
  readonly #context = vm.createContext(
    {},
    {
      codeGeneration: { strings: false, wasm: false },
    },
  );
  readonly #run: Run;
  readonly #copy: CopyJson;

  readonly #keep: Keep;

  /** `keep` may remember which code an earlier start accepted. */
  constructor(keep: Keep = keepNothing) {
    this.#keep = keep;
    const realm = readFileSync(new URL('./realm.js', import.meta.url), 'utf8');
    const prepare = vm.runInContext(realm, this.#context, { filename: 'realm.js' });
    const global = vm.runInContext('globalThis', this.#context);
    const allowed = {
      globals: ALLOWED_GLOBALS,
      methods: ALLOWED_METHODS,
      statics: ALLOWED_STATICS,
    };
    const makeCopy = readFileSync(new URL('./copyJson.js', import.meta.url), 'utf8');
    const foreign = vm.runInContext('Object.prototype', this.#context);
    this.#copy = vm.runInThisContext(makeCopy, { filename: 'copyJson.js' })(foreign);
    const copyInside = vm.runInContext(makeCopy, this.#context, { filename: 'copyJson.js' })(
      Object.prototype,
    );
    this.#run = prepare(host(), allowed, global, TIMEOUT_MS, copyInside) as Run;
  }

  /** Loads the code of a resolver or function. Throws with everything that AppSync would reject. */
  load(code: string, file: string): Code {
    const { source, names } = accept(code, file, this.#keep);
    for (const name of ['request', 'response']) {
      if (!names.includes(name)) throw new Error(`${file}: does not export the handler "${name}"`);
    }
    const factory = new vm.Script(source, { filename: file }).runInContext(
      this.#context,
    ) as Factory;
    return {
      run: (handler, context, invocation) => {
        const output = runInvocation(invocation, () => {
          try {
            return this.#fetch(this.#run(factory, handler, context));
          } catch (fault) {
            throw translate(fault, code, file);
          }
        });
        if (typeof output === 'number') {
          throw new ResolverError(
            `the ${handler} handler returned ${output} characters, AppSync takes ${MAX_RESULT_CHARACTERS}`,
            'Code',
          );
        }
        const { result = null, stash = {}, skipTo } = output;
        return { result, stash, skipTo };
      },
    };
  }

  /**
   * Copies a handler's outcome into this process; returns its number of characters if it is too
   * large.
   */
  #fetch(left: object): (Partial<HandlerResult> & Pick<HandlerResult, 'skipTo'>) | number {
    const copied = this.#copy(left, MAX_RESULT_CHARACTERS);
    if (copied) return copied as HandlerResult;
    const text = JSON.stringify(left);
    return text.length > MAX_RESULT_CHARACTERS ? text.length : JSON.parse(text);
  }
}

/** Converts what a handler threw to the field's error; a fault of the code goes only to the log. */
function translate(fault: unknown, code: string, file: string): unknown {
  if (fault instanceof ResolverError || fault instanceof UnauthorizedField) return fault;
  currentInvocation().log('error', [describeFault(fault, code, file)]);
  // AppSync gives the caller no detail; only what is not emulated here is named.
  const message = fault instanceof NotEmulated ? fault.message : 'Runtime Error';
  return new ResolverError(message, 'Code');
}

/** Checked code by its hash: checking takes longer than the rest of the start. */
const accepted = new Map<string, Factored>();

type Factored = ReturnType<typeof toFactory>;

function accept(code: string, file: string, keep: Keep): Factored {
  const hash = createHash('sha256').update(code).digest('hex');
  const known = accepted.get(hash) ?? keep(code, () => toFactory(code, checkCode(code, file)));
  accepted.set(hash, known);
  return known;
}

/** The parts of this process that the context may use. */
function host(): object {
  const { util, extensions, runtime } = appsync;
  return {
    now: Date.now,
    replace: replaceAsJava,
    readEarlyReturn: (thrown: unknown) => (thrown instanceof EarlyReturn ? thrown : null),
    console: {
      log: (...values: unknown[]) => currentInvocation().log('log', values),
      error: (...values: unknown[]) => currentInvocation().log('error', values),
    },
    modules: {
      '@aws-appsync/utils': { util, extensions, runtime },
      '@aws-appsync/utils/rds': { ...rds },
    },
  };
}
