import type { AwsError } from './awsError.ts';

/**
 * Faults without a response: `timeout` does nothing and never responds; `answerLost` does the work
 * and drops the connection before the response.
 */
export type Silence = 'timeout' | 'answerLost';

/** One requested fault, with exactly one of `times` and `share`. */
export interface FaultRule {
  /** The operation's AWS name; if omitted, every operation. */
  operation?: string;
  /** `timeout`, `answerLost`, or one of the service's error names. */
  fault: string;
  /** The number of next calls that fail, at least 1. */
  times?: number;
  /** The share of calls that fail, above 0 and up to 1, evenly spread: 0.25 is every fourth. */
  share?: number;
}

/** An active rule with its counts. */
export interface StandingRule extends FaultRule {
  /** Calls to which the rule applied. */
  seen: number;
  /** Calls that it made fail. */
  taken: number;
}

/** The faults that a service supports. */
export interface FaultKinds {
  operations: readonly string[];
  /** Creates each error by its name, with the service's own wording. */
  errors: { readonly [name: string]: () => AwsError };
}

const silences: readonly string[] = ['timeout', 'answerLost'];

/** An invalid rule; the message says which part is wrong. */
export class FaultRuleError extends Error {
  override name = 'FaultRuleError';
}

/** The faults requested of one service, in the order of the requests. */
export class Faults {
  readonly #kinds: FaultKinds;
  #rules: StandingRule[] = [];

  constructor(kinds: FaultKinds) {
    this.#kinds = kinds;
  }

  /** Replaces all rules. Throws FaultRuleError, and changes nothing, if one of them is invalid. */
  set(rules: FaultRule[]): void {
    for (const rule of rules) this.#check(rule);
    this.#rules = rules.map((rule) => ({ ...rule, seen: 0, taken: 0 }));
  }

  /** The active rules; a rule whose `times` are used up is dropped. */
  get rules(): readonly StandingRule[] {
    return this.#rules;
  }

  get kinds(): { operations: readonly string[]; faults: readonly string[] } {
    const { operations, errors } = this.#kinds;
    return { operations, faults: [...silences, ...Object.keys(errors)] };
  }

  /**
   * Determines the fault of the call that begins now; the first due rule decides. Throws an error
   * fault before any work is done; returns a Silence for the caller to carry out, or undefined for
   * a call that succeeds.
   */
  take(operation: string): Silence | undefined {
    if (this.#rules.length === 0) return undefined;
    const due = this.#rules.find(
      (rule) => (rule.operation ?? operation) === operation && isDue(rule),
    );
    if (due === undefined) return undefined;
    due.taken += 1;
    this.#rules = this.#rules.filter(({ times, taken }) => times === undefined || taken < times);
    const refusal = this.#kinds.errors[due.fault];
    if (refusal !== undefined) throw refusal();
    return due.fault as Silence; // checked by set: anything but an error is a silence
  }

  #check({ operation, fault, times, share }: FaultRule): void {
    const { operations, faults } = this.kinds;
    if (operation !== undefined && !operations.includes(operation)) {
      throw new FaultRuleError(`operation ${operation} is none of ${operations.join(', ')}`);
    }
    if (!faults.includes(fault)) {
      throw new FaultRuleError(`fault ${fault} is none of ${faults.join(', ')}`);
    }
    if ((times === undefined) === (share === undefined)) {
      throw new FaultRuleError(`${fault} needs exactly one of times and share`);
    }
    if (times !== undefined && !(Number.isSafeInteger(times) && times >= 1)) {
      throw new FaultRuleError(`times is ${times}, expected a whole number of 1 or more`);
    }
    if (share !== undefined && !(share > 0 && share <= 1)) {
      throw new FaultRuleError(`share is ${share}, expected a number above 0 and up to 1`);
    }
  }
}

function isDue(rule: StandingRule): boolean {
  const before = rule.seen;
  rule.seen += 1;
  if (rule.share === undefined) return true;
  // Evenly spread instead of random, so that failing tests are reproducible. The 1e-9 makes ten
  // times 0.1 equal 1.
  const failuresAfter = (calls: number) => Math.floor(calls * (rule.share ?? 0) + 1e-9);
  return failuresAfter(rule.seen) > failuresAfter(before);
}
