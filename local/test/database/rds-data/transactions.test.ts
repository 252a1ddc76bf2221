import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchExecuteStatementCommand,
  BeginTransactionCommand,
  CommitTransactionCommand,
  DatabaseErrorException,
  RollbackTransactionCommand,
  StatementTimeoutException,
  TransactionNotFoundException,
} from '@aws-sdk/client-rds-data';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aPrivateDataApi, target } from './privateDataApi.ts';

const PATIENT = { timeout: 20_000 };

const tables = [
  'create table book (id int primary key, title varchar(20) unique)',
  'create table shelf (id int)',
];

describe('transactions of the Data API', () => {
  const api = aPrivateDataApi({}, tables);
  beforeEach(async () => {
    await api.execute('delete from book');
  });

  const { begin, commit, rollback, insert, count, notFound } = wordsOf(api);

  it('a transaction is isolated until it is committed', async () => {
    const id = await begin();
    await insert(1, id);
    expect(await count()).toBe(0);
    expect((await commit(id)).transactionStatus).toBe('Transaction Committed');
    expect(await count()).toBe(1);
    await notFound(id, 'One previous call resulted in a termination of your transaction.');
  });

  it('a rollback undoes a transaction', async () => {
    const id = await begin();
    await insert(1, id);
    expect((await rollback(id)).transactionStatus).toBe('Rollback Complete');
    expect(await count()).toBe(0);
  });

  it('a transaction continues after a failed statement', async () => {
    const id = await begin();
    await insert(1, id);
    await expect(insert(1, id)).rejects.toThrow('Duplicate entry');
    await insert(2, id);
    await commit(id);
    expect(await count()).toBe(2);
  });

  it('a transaction may contain a batch', async () => {
    const id = await begin();
    const sets = [1, 2].map((n) => [{ name: 'id', value: { longValue: n } }]);
    const sql = 'insert into book (id) values (:id)';
    const command = { ...target, sql, parameterSets: sets, transactionId: id };
    await api.client.send(new BatchExecuteStatementCommand(command));
    expect(await count()).toBe(0);
    await commit(id);
    expect(await count()).toBe(2);
  });

  it('a change of the schema commits a transaction', async () => {
    const id = await begin();
    await insert(1, id);
    await api.execute('alter table shelf add column note int', { transactionId: id });
    await rollback(id);
    expect(await count()).toBe(1);
  });

  it('a transaction runs one statement at a time', async () => {
    const id = await begin();
    const sql = 'select sleep(1)';
    const slow = api.execute(sql, { transactionId: id });
    const root = await api.server.connectAsRoot();
    await vi.waitUntil(async () => {
      const [rows] = await root.query(
        'select 1 from information_schema.processlist where info = ?',
        [sql],
      );
      return (rows as unknown[]).length > 0;
    }, PATIENT);
    await root.end();
    for (const second of [insert(1, id), commit(id)]) {
      const failed = await second.catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(DatabaseErrorException);
      expect(failed).toMatchObject({ message: 'Transaction is still running a query' });
    }
    await slow;
    await rollback(id);
  });

  it('a transaction ends with its connection', async () => {
    const id = await begin();
    await insert(1, id);
    const { records } = await api.execute('select connection_id()', { transactionId: id });
    const root = await api.server.connectAsRoot();
    await root.query('kill connection ?', [records?.[0]?.[0]?.longValue]);
    await root.end();
    await expect(insert(2, id)).rejects.toMatchObject({ name: 'DatabaseUnavailableException' });
    await notFound(id, 'Transaction has been aborted due to an error from a previous call.');
    expect(await count()).toBe(0);
  });

  it('a transaction belongs to one secret and one database', async () => {
    const id = await begin();
    const transactionId = id;
    await expect(
      api.execute('select 1', { transactionId, secretArn: 'arn:reader' }),
    ).rejects.toBeInstanceOf(TransactionNotFoundException);
    await expect(
      api.execute('select 1', { transactionId, database: 'mysql' }),
    ).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Database name is not the same as transaction',
    });
    await rollback(id);
  });

  it('a transaction reports a deadlock', async () => {
    await insert(1);
    await insert(2);
    const [one, two] = [await begin(), await begin()];
    const touch = (id: number, transactionId: string) =>
      api.execute(`update book set title = concat(uuid_short(), ${id}) where id = ${id}`, {
        transactionId,
      });
    await touch(1, one);
    await touch(2, two);
    const outcomes = await Promise.allSettled([touch(2, one), touch(1, two)]);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(failed?.reason).toMatchObject({
      name: 'DatabaseErrorException',
      message: expect.stringMatching(/^Deadlock found.*Error code: 1213; SQLState: 40001$/),
    });
    await Promise.all([rollback(one), rollback(two)]);
  });
});

describe('time limits of the Data API', () => {
  const limits = { statementSeconds: 1, idleSeconds: 1, transactionSeconds: 3 };
  const api = aPrivateDataApi(limits, tables);
  beforeEach(async () => {
    await api.execute('delete from book');
  });
  const { begin, insert, count, notFound } = wordsOf(api);

  it('an unused transaction is rolled back', async () => {
    const id = await begin();
    await insert(1, id);
    await sleep(1500);
    await notFound(id, 'Transaction may be expired.');
    expect(await count()).toBe(0);
  });

  it('an old transaction is rolled back, however much it is used', async () => {
    const id = await begin();
    const begun = performance.now();
    await insert(1, id);
    const use = () =>
      api.execute('select 1', { transactionId: id }).then(
        () => undefined,
        (error: unknown) => error,
      );
    const failed = await vi.waitUntil(use, PATIENT);
    expect(failed).toBeInstanceOf(TransactionNotFoundException);
    expect(performance.now() - begun).toBeGreaterThan(limits.transactionSeconds * 1000 - 100);
    await notFound(id, 'Transaction may be expired.');
    expect(await count()).toBe(0);
  });

  it('a long statement is aborted, and its connection is named', async () => {
    const failed = await api.execute('select sleep(5)').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(StatementTimeoutException);
    expect((failed as StatementTimeoutException).dbConnectionId).toBeGreaterThan(0);
  });

  it('the statement timeout applies to a batch as a whole', async () => {
    const sets = Array.from({ length: 5 }, (_, n) => [{ name: 'id', value: { longValue: n } }]);
    const sql = 'insert into book (id) select :id + sleep(0.4)';
    const batch = new BatchExecuteStatementCommand({ ...target, sql, parameterSets: sets });
    await expect(api.client.send(batch)).rejects.toBeInstanceOf(StatementTimeoutException);
    expect(await count()).toBeLessThan(5);
    expect(await count()).toBeGreaterThan(0);
  });

  it('a statement continues after its timeout on request', async () => {
    const sql = 'insert into book (id) select 7 + sleep(1.5)';
    await expect(api.execute(sql, { continueAfterTimeout: true })).rejects.toBeInstanceOf(
      StatementTimeoutException,
    );
    expect(await count()).toBe(0);
    await expect.poll(count, { timeout: 3000 }).toBe(1);
  });
});

/** Shorthands for a Data API and its transactions. */
function wordsOf(api: ReturnType<typeof aPrivateDataApi>) {
  const begin = async (database: string | undefined = target.database) => {
    const begun = await api.client.send(new BeginTransactionCommand({ ...target, database }));
    return begun.transactionId ?? '';
  };
  const commit = (transactionId: string) =>
    api.client.send(new CommitTransactionCommand({ ...target, transactionId }));
  const rollback = (transactionId: string) =>
    api.client.send(new RollbackTransactionCommand({ ...target, transactionId }));
  const insert = (id: number, transactionId?: string) =>
    api.execute('insert into book (id) values (:id)', {
      parameters: [{ name: 'id', value: { longValue: id } }],
      ...(transactionId && { transactionId }),
    });
  const count = async () =>
    (await api.execute('select count(*) from book')).records?.[0]?.[0]?.longValue;
  const notFound = async (transactionId: string, cause: string) => {
    for (const call of [insert(9, transactionId), commit(transactionId), rollback(transactionId)]) {
      const failed = await call.catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(TransactionNotFoundException);
      expect(failed).toMatchObject({
        message: `Transaction ${transactionId} is not found. ${cause}`,
      });
    }
  };
  return { begin, commit, rollback, insert, count, notFound };
}
