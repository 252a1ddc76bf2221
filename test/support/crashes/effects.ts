import type { Database } from '../../../db/database.ts';

/** Something done. One that is not `lasting` leaves the world as it was: it only asked, or is not committed. */
export interface Effect {
  name: string;
  isLasting: boolean;
}

/** What somebody else does, just before the effect of this index. */
export interface Meanwhile {
  before: number;
  work: () => Promise<unknown>;
}

/** A process has died: nothing more that it does reaches the world. */
export class Crash extends Error {
  override name = 'Crash';
}

/** The effects after which a process dies: 0 dies before it has done anything, null lives on. */
export type CrashAfter = number | null;

/**
 * Everything that a process does to the world or asks of it goes through `run`, one after the other.
 * So the effects of a run can be counted, and a process can die between any two of them: who dies
 * before an effect leaves the world as who dies after the one before it.
 */
export class Effects {
  /** What was done since the last start, in order. */
  readonly done: Effect[] = [];
  /** Crashes since the beginning. */
  crashes = 0;
  #crashAfter: CrashAfter = null;
  #meanwhile: Meanwhile | null = null;
  #begun = 0;
  #others: Promise<unknown> = Promise.resolve();
  #isDead = false;

  /** A new process; the plans count from here. */
  start(crashAfter: CrashAfter, meanwhile: Meanwhile | null = null): void {
    this.#crashAfter = crashAfter;
    this.#meanwhile = meanwhile;
    this.#begun = 0;
    this.#others = Promise.resolve();
    this.done.length = 0;
    this.#isDead = false;
  }

  /** Gives whether `work` came to its end; a further process lives on, with no crash planned. */
  async survives(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      // Whoever caught the crash and came to an end is as dead.
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
    // What is begun at the same moment comes after it too.
    await this.#others;
    const result = await work();
    this.done.push({ name, isLasting });
    this.#dieIfDue();
    return result;
  }

  /** The database, each of whose statements, begins and commits is an effect. */
  watch(database: Database, isTransaction = false): Database {
    return {
      query: (sql, values) => this.run(nameOf(sql), () => database.query(sql, values), false),
      execute: (sql, values) =>
        this.run(nameOf(sql), () => database.execute(sql, values), !isTransaction),
      transaction: async (work) => {
        const result = await database.transaction(async (transaction) => {
          await this.run('begin', async () => {}, false);
          // Who dies in here leaves a transaction that the database rolls back.
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
