import { randomBytes } from 'node:crypto';
import type { PoolConnection } from 'mysql2';
import { AwsError } from '../protocol/awsError.ts';
import { query } from './driver.ts';
import { badRequest, type DriverError } from './errors.ts';
import { whenIdle } from './idle.ts';

/** The owner of a transaction, and its database. */
export interface Holder {
  resourceArn: string;
  secretArn: string;
  /** If omitted, the one in which the transaction began. */
  database: string | undefined;
}

/** Open transactions, each on its own connection. */
export interface Transactions {
  begin(connection: PoolConnection, holder: Holder): Promise<string>;
  /** Runs `work` in the transaction; rejects a concurrent call and one by another holder. */
  within<T>(
    id: string,
    holder: Holder,
    work: (connection: PoolConnection) => Promise<T>,
  ): Promise<T>;
  end(id: string, holder: Holder, how: 'commit' | 'rollback'): Promise<void>;
  /** Rolls back all open transactions. */
  rollbackAll(): void;
}

export interface TransactionLimits {
  /** Rolls back a transaction that has been idle for this long. */
  idleSeconds: number;
  /** Rolls back a transaction of this age in any case. */
  transactionSeconds: number;
}

interface Transaction {
  connection: PoolConnection;
  holder: Holder;
  busy: boolean;
  /** The idle timer; undefined while a statement runs. */
  idle: NodeJS.Timeout | undefined;
  /** The age timer. */
  age: NodeJS.Timeout;
}

// API guide, "Troubleshooting": the causes appended to "Transaction … isn't found".
const expired = 'Transaction may be expired.';
const ended = 'One previous call resulted in a termination of your transaction.';
const aborted = 'Transaction has been aborted due to an error from a previous call.';

/** For how many ended transactions the cause is kept. */
const causesKept = 1000;

/** Keeps transactions until they end, are idle too long, or are too old. */
export function keepTransactions(limits: TransactionLimits): Transactions {
  const open = new Map<string, Transaction>();
  const causes = new Map<string, string>();

  return {
    async begin(connection, holder) {
      // Not START TRANSACTION: after a deadlock the next statement must not autocommit either.
      await query(connection, 'set autocommit = 0');
      const id = randomBytes(96).toString('base64');
      const age = after(limits.transactionSeconds, () => drop(id, expired));
      open.set(id, { connection, holder, busy: false, idle: undefined, age });
      rest(id);
      return id;
    },
    async within(id, holder, work) {
      const transaction = take(id, holder);
      try {
        return await work(transaction.connection);
      } catch (error) {
        // The transaction is lost with its connection; the next call reports it.
        if ((error as DriverError).fatal === true) drop(id, aborted);
        throw error;
      } finally {
        whenIdle(transaction.connection, () => {
          transaction.busy = false;
          rest(id);
        });
      }
    },
    async end(id, holder, how) {
      const { connection } = take(id, holder);
      forget(id, ended);
      await close(connection, how);
    },
    rollbackAll() {
      for (const id of open.keys()) drop(id, ended);
    },
  };

  function take(id: string, holder: Holder): Transaction {
    const transaction = open.get(id);
    if (transaction === undefined || !isHolder(transaction.holder, holder)) {
      const text = `Transaction ${id} is not found. ${causes.get(id) ?? expired}`;
      throw new AwsError('TransactionNotFoundException', text, 404);
    }
    if (holder.database !== undefined && holder.database !== transaction.holder.database) {
      throw badRequest('Database name is not the same as transaction');
    }
    if (transaction.busy) {
      throw new AwsError('DatabaseErrorException', 'Transaction is still running a query');
    }
    clearTimeout(transaction.idle);
    transaction.busy = true;
    return transaction;
  }

  function rest(id: string): void {
    const transaction = open.get(id);
    if (transaction) transaction.idle = after(limits.idleSeconds, () => drop(id, expired));
  }

  /**
   * Ends a transaction without its caller. Closing the connection rolls back; a failure has no
   * recipient.
   */
  function drop(id: string, cause: string): void {
    forget(id, cause)?.connection.destroy();
  }

  function forget(id: string, cause: string): Transaction | undefined {
    const transaction = open.get(id);
    if (transaction === undefined) return undefined;
    open.delete(id);
    clearTimeout(transaction.idle);
    clearTimeout(transaction.age);
    causes.set(id, cause);
    if (causes.size > causesKept) causes.delete(causes.keys().next().value ?? '');
    return transaction;
  }
}

function isHolder(one: Holder, other: Holder): boolean {
  return one.resourceArn === other.resourceArn && one.secretArn === other.secretArn;
}

function after(seconds: number, then: () => void): NodeJS.Timeout {
  return setTimeout(then, seconds * 1000).unref();
}

async function close(connection: PoolConnection, how: 'commit' | 'rollback'): Promise<void> {
  try {
    await query(connection, how);
    await query(connection, 'set autocommit = 1');
  } catch (error) {
    connection.destroy();
    throw error;
  }
  connection.release();
}
