import { randomBytes } from 'node:crypto';
import type { PoolConnection } from 'mysql2/promise';
import { AwsError } from '../protocol/awsError.ts';
import { whenIdle } from './idle.ts';

/** Transactions that are open, each on its own connection. */
export interface Transactions {
  begin(connection: PoolConnection, owner: string): Promise<string>;
  /** Runs `work` in the transaction; a second call before it ends is refused, as is one for another owner. */
  within<T>(
    id: string,
    owner: string,
    work: (connection: PoolConnection) => Promise<T>,
  ): Promise<T>;
  end(id: string, owner: string, how: 'commit' | 'rollback'): Promise<void>;
  /** Rolls back all that are open. */
  rollbackAll(): Promise<void>;
}

interface Transaction {
  connection: PoolConnection;
  owner: string;
  busy: boolean;
  expiry: NodeJS.Timeout;
}

/** Keeps transactions; one that is not used for `idleSeconds` is rolled back. */
export function keepTransactions(idleSeconds: number): Transactions {
  const open = new Map<string, Transaction>();

  return {
    async begin(connection, owner) {
      // Not START TRANSACTION: after a deadlock the next statement must still not commit by itself.
      await connection.query('set autocommit = 0');
      const id = randomBytes(96).toString('base64');
      open.set(id, { connection, owner, busy: false, expiry: expireLater(id) });
      return id;
    },
    async within(id, owner, work) {
      const transaction = take(id, owner);
      try {
        return await work(transaction.connection);
      } finally {
        whenIdle(transaction.connection, () => {
          transaction.busy = false;
          if (open.has(id)) transaction.expiry = expireLater(id);
        });
      }
    },
    async end(id, owner, how) {
      const transaction = take(id, owner);
      open.delete(id);
      await close(transaction, how);
    },
    async rollbackAll() {
      for (const [id, transaction] of open) {
        open.delete(id);
        clearTimeout(transaction.expiry);
        transaction.connection.destroy();
      }
    },
  };

  function take(id: string, owner: string): Transaction {
    const transaction = open.get(id);
    if (transaction === undefined || transaction.owner !== owner) {
      throw new AwsError('TransactionNotFoundException', `Transaction ${id} is not found`, 404);
    }
    if (transaction.busy) {
      throw new AwsError('DatabaseErrorException', 'Transaction is still running a query');
    }
    clearTimeout(transaction.expiry);
    transaction.busy = true;
    return transaction;
  }

  function expireLater(id: string): NodeJS.Timeout {
    const expire = () => {
      const transaction = open.get(id);
      open.delete(id);
      // A closed connection rolls back; there is nobody left to tell of a failure.
      transaction?.connection.destroy();
    };
    return setTimeout(expire, idleSeconds * 1000).unref();
  }
}

async function close({ connection }: Transaction, how: 'commit' | 'rollback'): Promise<void> {
  try {
    await connection.query(how);
    await connection.query('set autocommit = 1');
  } catch (error) {
    connection.destroy();
    throw error;
  }
  connection.release();
}
