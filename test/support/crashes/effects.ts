import type { Database } from '../../../db/database.ts';

/**
 * One effect. One that is not `lasting` leaves the world unchanged: it only reads, or is not
 * committed.
 */
export interface Effect {
  name: string;
  isLasting: boolean;
}

/** Somebody else's action, just before the effect with this index. */
export interface Meanwhile {
  before: number;
  work: () => Promise<unknown>;
}

/** The process has died: nothing more that it does reaches the world. */
export class Crash extends Error {
  override name = 'Crash';
}

/** The number of effects after which a process dies: 0 dies before the first, null never dies. */
export type CrashAfter = number | null;

/**
 * Runs everything that a process does or reads through `run`, in sequence. So the effects of a run
 * can be counted, and a process can die between any two of them: dying before an effect leaves the
 * same world as dying after the one before it.
 */
export class Effects {
  /** The effects since the last start, in order. */
  readonly done: Effect[] = [];
  /** The total number of crashes. */
  crashes = 0;
  #crashAfter: CrashAfter = null;
  #meanwhile: Meanwhile | null = null;
  #begun = 0;
  #others: Promise<unknown> = Promise.resolve();
  #isDead = false;

  /** Starts a new process; the plans count from here. */
  start(crashAfter: CrashAfter, meanwhile: Meanwhile | null = null): void {
    this.#crashAfter = crashAfter;
    this.#meanwhile = meanwhile;
    this.#begun = 0;
    this.#others = Promise.resolve();
    this.done.length = 0;
    this.#isDead = false;
  }

  /** Returns whether `work` completed; the next process continues without a planned crash. */
  async survives(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      // Code that caught the crash and completed is dead as well.
      if (!this.#isDead) return true;
    } catch (error) {
      if (!this.#isDead) throw error;
    }
    this.#crashAfter = null;
    this.#isDead = false;
    return false;
  }

  async run<T>(name: string, work: () => Promise<T>, isLasting = true): Promise<T> {
    this.#dieIfDue();
    const index = this.#begun++;
    if (index === this.#meanwhile?.before) this.#others = this.#meanwhile.work();
    // Concurrent work started at the same moment comes after it too.
    await this.#others;
    const result = await work();
    this.done.push({ name, isLasting });
    this.#dieIfDue();
    return result;
  }

  /** The database, with every statement, begin and commit counted as an effect. */
  watch(database: Database, isTransaction = false): Database {
    return {
      query: (sql, values) => this.run(nameOf(sql), () => database.query(sql, values), false),
      execute: (sql, values) =>
        this.run(nameOf(sql), () => database.execute(sql, values), !isTransaction),
      transaction: async (work) => {
        const result = await database.transaction(async (transaction) => {
          await this.run('begin', async () => {}, false);
          // A crash in here leaves a transaction that the database rolls back.
          return await work(this.watch(transaction, true));
        });
        return await this.run('commit', async () => result);
      },
    };
  }

  #dieIfDue(): void {
    if (!this.#isDead && this.#crashAfter !== null && this.done.length >= this.#crashAfter) {
      this.#isDead = true;
      this.crashes += 1;
    }
    if (this.#isDead) throw new Crash(`after ${this.done.length} effects`);
  }
}

function nameOf(sql: string): string {
  return sql.trim().replace(/\s+/g, ' ').slice(0, 60);
}
