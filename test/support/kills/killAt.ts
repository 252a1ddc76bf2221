import type { Call, Decide } from './openDoor.ts';

/** When the caller dies: the work is not begun, it is under way, or it is done and not yet told. */
export type Moment = 'before' | 'during' | 'after';

export const MOMENTS: readonly Moment[] = ['before', 'during', 'after'];

/** A death that is planned, and whether it has come. */
export interface Plan {
  decide: Decide;
  /** The calls that were counted, by what they asked for; the caller died at the last one if `killed`. */
  calls: string[];
  killed: boolean;
}

/** Ends the caller with SIGKILL at the `number`th of its calls, counted from 1; only counts with 0. */
export function killAt(by: Call['by'], number: number, moment: Moment = 'before'): Plan {
  const plan: Plan = { calls: [], killed: false, decide };
  return plan;

  async function decide(call: Call) {
    if (call.by !== by || plan.killed) return call.pass();
    plan.calls.push(nameOf(call));
    if (plan.calls.length !== number) return call.pass();
    plan.killed = true;
    const { pid } = call;
    const work = moment === 'before' ? undefined : call.pass();
    if (moment === 'after') await work;
    process.kill(pid, 'SIGKILL');
    await work;
    return 'silence' as const;
  }
}

/** Has the answer to the `number`th call get lost: the work is done, and the connection ends. */
export function loseAnswerAt(by: Call['by'], number: number): Plan {
  const plan: Plan = { calls: [], killed: false, decide };
  return plan;

  async function decide(call: Call) {
    if (call.by !== by || plan.killed) return call.pass();
    plan.calls.push(nameOf(call));
    if (plan.calls.length !== number) return call.pass();
    plan.killed = true;
    await call.pass();
    return 'cut' as const;
  }
}

/** The first words of the SQL, or the operation where there is none. */
export function nameOf({ path, body }: Call): string {
  const { sql } = JSON.parse(body) as { sql?: string };
  return sql === undefined ? path.slice(1) : sql.trim().split(/\s+/).slice(0, 3).join(' ');
}
