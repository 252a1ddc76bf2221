import type { AwsError } from './awsError.ts';

/**
 * What goes wrong without being an answer: `timeout` does nothing and never answers, `answerLost` does the work and
 * drops the connection before the answer.
 */
export type Silence = 'timeout' | 'answerLost';

/** One wish for failures: exactly one of `times` and `share`. */
export interface FaultRule {
  /** The operation's name as AWS writes it; left out, every operation. */
  operation?: string;
  /** `timeout`, `answerLost`, or one of the service's error names. */
  fault: string;
  /** How many calls fail, 1 or more: the next ones. */
  times?: number;
  /** Which part of the calls fails, above 0 and up to 1, evenly spread: 0.25 is every fourth. */
  share?: number;
}

/** A rule that holds, with what it has done. */
export interface StandingRule extends FaultRule {
  /** Calls that the rule looked at. */
  seen: number;
  /** Calls that it made fail. */
  taken: number;
}

/** What a service can fail with. */
export interface FaultKinds {
  operations: readonly string[];
  /** Makes the refusal of each error name, as the service itself words it. */
  errors: { readonly [name: string]: () => AwsError };
}

const silences: readonly string[] = ['timeout', 'answerLost'];

/** A rule that the service cannot follow; the message says which part. */
export class FaultRuleError extends Error {
  override name = 'FaultRuleError';
}

/** The failures that a test asked of one service, in the order in which it asked. */
export class Faults {
  readonly #kinds: FaultKinds;
  #rules: StandingRule[] = [];

  constructor(kinds: FaultKinds) {
    this.#kinds = kinds;
  }

  /** Replaces all rules. Throws FaultRuleError, and changes nothing, when one of them is wrong. */
  set(rules: FaultRule[]): void {
    for (const rule of rules) this.#check(rule);
    this.#rules = rules.map((rule) => ({ ...rule, seen: 0, taken: 0 }));
  }

  /** The rules that still hold; one whose `times` are used up is gone. */
  get rules(): readonly StandingRule[] {
    return this.#rules;
  }

  get kinds(): { operations: readonly string[]; faults: readonly string[] } {
    const { operations, errors } = this.#kinds;
    return { operations, faults: [...silences, ...Object.keys(errors)] };
  }

  /**
   * The fault of the call that begins now: the first rule that is due decides. An error is thrown before anything is
   * done; the caller follows a Silence; undefined is a call that goes well.
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
    return due.fault as Silence; // checked by set: what is no error is one of the silences
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
  // Evenly spread and not by chance, so that a test that failed fails again. 1e-9: ten times 0.1 must make 1.
  const failuresAfter = (calls: number) => Math.floor(calls * (rule.share ?? 0) + 1e-9);
  return failuresAfter(rule.seen) > failuresAfter(before);
}
