import type { Call, Decide } from './openDoor.ts';

/** When the caller dies: before the work begins, during it, or after it but before the answer. */
export type Moment = 'before' | 'during' | 'after';

export const MOMENTS: readonly Moment[] = ['before', 'during', 'after'];

/** A planned kill, and whether it has happened. */
export interface Plan {
  decide: Decide;
  /**
   * The counted calls, by their first words; the last one is that of the kill, if it has happened.
   */
  calls: string[];
  killed: boolean;
}

/** Lets every call pass, and returns the first words of a caller's calls. */
export function countCalls() {
  const counted: Call[] = [];
  return {
    decide: (async (call) => {
      counted.push(call);
      return call.pass();
    }) satisfies Decide,
    of: (caller: Call['by']) => counted.filter(({ by }) => by === caller).map(nameOf),
  };
}

/** Ends the caller with SIGKILL at the `number`th of its calls, counted from 1. */
export function killAt(by: Call['by'], number: number, moment: Moment): Plan {
  return planAt(by, number, async (call) => {
    const { pid } = call;
    const work = moment === 'before' ? undefined : call.pass();
    if (moment === 'after') await work;
    process.kill(pid, 'SIGKILL');
    await work;
    return 'silence';
  });
}

/** Loses the answer to the `number`th call: the work is done, and the connection ends. */
export function loseAnswerAt(by: Call['by'], number: number): Plan {
  return planAt(by, number, async (call) => {
    await call.pass();
    return 'cut';
  });
}

/** Does something at the `number`th call of a caller, counted from 1, and lets every other call pass. */
export function planAt(by: Call['by'], number: number, act: Decide): Plan {
  const plan: Plan = { calls: [], killed: false, decide };
  return plan;

  async function decide(call: Call) {
    if (call.by !== by || plan.killed) return call.pass();
    plan.calls.push(nameOf(call));
    if (plan.calls.length !== number) return call.pass();
    plan.killed = true;
    return act(call);
  }
}

/** The first words of the SQL, or the operation if there is none. */
export function nameOf({ path, body }: Call): string {
  const { sql } = JSON.parse(body) as { sql?: string };
  return sql === undefined ? path.slice(1) : sql.trim().split(/\s+/).slice(0, 3).join(' ');
}
