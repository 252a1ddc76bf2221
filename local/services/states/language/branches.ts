import type { Json } from '../../../lib/resource.ts';
import type { Definition, State } from '../definition/definition.ts';
import { evaluate, fillTemplate, type Scope } from '../expressions/evaluate.ts';
import { runtimeError } from '../expressions/stateError.ts';
import type { Act } from './attempt.ts';
import { Interruption, log, type Thread } from './thread.ts';

/** How many items an inline Map without its own limit runs at once ("Inline mode"). */
const MOST_AT_ONCE = 40;

/**
 * Runs the nested machine of a Map or Parallel state: runMachine, which in turn runs such states.
 */
export type RunMachine = (machine: Definition, input: Json, thread: Thread) => Promise<Json>;

/**
 * Runs the item processor of an inline Map state for each item; returns the outputs in the order of
 * the items.
 */
export const runMap =
  (runMachine: RunMachine): Act =>
  async ({ name, state }, scope, thread) => {
    const items = itemsOf(state, scope);
    const processor = (state.ItemProcessor ?? state.Iterator) as unknown as Definition;
    const atOnce = concurrencyOf(state, scope);
    log(thread, 'MapStateStarted', { length: items.length });
    const branches = startBranches(thread, 'Map');
    const results: Json[] = [];
    let begun = 0;
    const work = async () => {
      let { previous } = thread;
      while (begun < items.length && !branches.failed()) {
        const index = begun;
        begun += 1;
        const details = { name, index };
        const context = {
          ...thread.context,
          Map: { Item: { Index: index, Value: items[index] as Json } },
        };
        const item = branches.begin(context, previous);
        log(item, 'MapIterationStarted', details);
        await branches.run(
          item,
          async () => {
            const within = { ...scope, context: { ...scope.context, ...context } };
            results[index] = await runMachine(
              processor,
              inputOf(state, within, items[index] as Json),
              item,
            );
          },
          (how, after) => thread.history.note(`MapIteration${how}`, after, details),
        );
        previous = item.previous;
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
    return branches.finish(results);
  };

/**
 * Runs the branches of a Parallel state concurrently; returns the outputs in the order of the
 * branches.
 */
export const runParallel =
  (runMachine: RunMachine): Act =>
  async ({ state }, scope, thread) => {
    const input =
      state.Parameters === undefined ? scope.data : fillTemplate(state.Parameters, scope);
    log(thread, 'ParallelStateStarted');
    const branches = startBranches(thread, 'Parallel');
    const results: Json[] = [];
    const { previous } = thread;
    await Promise.all(
      (state.Branches as unknown as Definition[]).map((definition, index) => {
        const branch = branches.begin(thread.context, previous);
        return branches.run(
          branch,
          async () => {
            results[index] = await runMachine(definition, input, branch);
          },
          (how, after) => (how === 'Succeeded' ? branch.previous : after),
        );
      }),
    );
    return branches.finish(results);
  };

/**
 * Logs the end of one branch after the event `after`; returns the id of the event that the next one
 * refers to.
 */
type Told = (how: 'Succeeded' | 'Failed' | 'Aborted', after: number) => number;

/** Threads that end together: the first failure interrupts the others. */
function startBranches(thread: Thread, type: 'Map' | 'Parallel') {
  const interrupt = new AbortController();
  const signal = AbortSignal.any([thread.signal, interrupt.signal]);
  let failure: { error: unknown; previous: number } | undefined;
  let last = thread.previous;

  return {
    failed: () => failure !== undefined || signal.aborted,
    begin: (context: Thread['context'], previous: number): Thread => ({
      ...thread,
      signal,
      context,
      previous,
    }),
    /** Never rejects: `finish` reports how the branches ended. */
    async run(branch: Thread, work: () => Promise<void>, tell: Told): Promise<void> {
      try {
        await work();
        last = tell('Succeeded', branch.previous);
      } catch (error) {
        if (error instanceof Interruption) {
          tell('Aborted', error.previous ?? branch.previous);
          failure ??= { error, previous: error.previous ?? branch.previous };
          return;
        }
        if (failure) return;
        failure = { error, previous: branch.previous };
        tell('Failed', branch.previous);
        interrupt.abort(new Interruption('another branch failed', branch.previous));
      }
    },
    /** Returns the results, or throws the error of the branch that failed first. */
    finish(results: Json[]): Json[] {
      if (failure === undefined) {
        thread.history.add(`${type}StateSucceeded`, last);
        thread.previous = last;
        return results;
      }
      const { error, previous } = failure;
      if (!(error instanceof Interruption)) {
        thread.previous = thread.history.note(`${type}StateFailed`, previous);
      }
      throw error;
    },
  };
}

function itemsOf(state: State, scope: Scope): Json[] {
  const path = String(state.ItemsPath ?? '$');
  const items = evaluate(path, scope, 'ItemsPath');
  if (Array.isArray(items)) return items;
  throw runtimeError(`${scope.place} Reference path "${path}" must point to array.`);
}

function inputOf(state: State, scope: Scope, item: Json): Json {
  const template = state.ItemSelector ?? state.Parameters;
  return template === undefined ? item : fillTemplate(template, scope);
}

function concurrencyOf({ MaxConcurrency, MaxConcurrencyPath }: State, scope: Scope): number {
  if (MaxConcurrencyPath === undefined) return Number(MaxConcurrency ?? 0) || MOST_AT_ONCE;
  const path = String(MaxConcurrencyPath);
  const found = evaluate(path, scope, 'MaxConcurrencyPath');
  if (Number.isInteger(found) && Number(found) >= 0) return Number(found) || MOST_AT_ONCE;
  throw runtimeError(
    `${scope.place} Expected non-negative integer for MaxConcurrency, got ${JSON.stringify(found)} instead.`,
  );
}
