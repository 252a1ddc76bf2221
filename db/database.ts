import {
  BeginTransactionCommand,
  CommitTransactionCommand,
  ExecuteStatementCommand,
  type ExecuteStatementCommandOutput,
  type Field,
  RDSDataClient,
  type RDSDataClientConfig,
  RollbackTransactionCommand,
  type SqlParameter,
} from '@aws-sdk/client-rds-data';
import { writeTime } from './time.ts';

/** A value bound to a named parameter. A Date is bound as UTC with milliseconds. */
export type Value = string | number | bigint | boolean | null | Date | Uint8Array;

/** A returned column: DECIMAL, DATE, DATETIME and JSON are strings, NULL is null. */
export type Cell = string | number | boolean | null | Uint8Array;

/** One row, by column label. */
export type Row = { [column: string]: Cell };

/** The database and its credentials. */
export interface DatabaseAddress {
  clusterArn: string;
  secretArn: string;
  database: string;
}

/** A database reached through the RDS Data API. */
export interface Database {
  /** Returns the rows of a select. Errors of the service are thrown as the SDK's own classes. */
  query<R extends Row = Row>(sql: string, values?: { [name: string]: Value }): Promise<R[]>;
  /**
   * Returns the number of rows that an insert, update or delete affected. The Data API waits for 45
   * seconds; a statement that is to continue after that does so although the call has failed.
   */
  execute(
    sql: string,
    values?: { [name: string]: Value },
    after45Seconds?: 'goes on' | 'ends',
  ): Promise<number>;
  /** Runs `work` in a transaction: commits when it returns, rolls back when it throws. */
  transaction<T>(work: (transaction: Database) => Promise<T>): Promise<T>;
}

/** Opens the database; the client finds its endpoint and credentials like every AWS client. */
export function openDatabase(
  address: DatabaseAddress,
  client: RDSDataClient = new RDSDataClient({}),
): Database {
  const target = { resourceArn: address.clusterArn, secretArn: address.secretArn };
  const unrepeating = withoutRetries(client);
  const execute = (
    sql: string,
    values: { [name: string]: Value },
    transactionId?: string,
    continueAfterTimeout = false,
  ) =>
    (transactionId === undefined ? client : unrepeating).send(
      new ExecuteStatementCommand({
        ...target,
        database: address.database,
        sql,
        parameters: Object.entries(values).map(([name, value]) => toParameter(name, value)),
        includeResultMetadata: true,
        ...(transactionId === undefined ? {} : { transactionId }),
        ...(continueAfterTimeout ? { continueAfterTimeout } : {}),
      }),
    );

  const bound = (transactionId?: string): Database => ({
    async query<R extends Row>(sql: string, values = {}) {
      // The caller states the row's type for the SQL it wrote.
      return toRows(await execute(sql, values, transactionId)) as R[];
    },
    async execute(sql, values = {}, after45Seconds = 'ends') {
      const goesOn = after45Seconds === 'goes on';
      return (await execute(sql, values, transactionId, goesOn)).numberOfRecordsUpdated ?? 0;
    },
    async transaction(work) {
      if (transactionId !== undefined) throw new Error('A transaction is already open');
      const begun = await client.send(
        new BeginTransactionCommand({ ...target, database: address.database }),
      );
      const id = begun.transactionId;
      if (id === undefined) throw new Error('The Data API opened a transaction without an id');
      try {
        const result = await work(bound(id));
        await client.send(new CommitTransactionCommand({ ...target, transactionId: id }));
        return result;
      } catch (error) {
        // The first error is the relevant one; a transaction that cannot be rolled back expires.
        await client
          .send(new RollbackTransactionCommand({ ...target, transactionId: id }))
          .catch(() => undefined);
        throw error;
      }
    },
  });
  return bound();
}

/**
 * Returns a client for statements of transactions. If an answer is lost, it is unknown whether the
 * statement was carried out, and repeating it in the same transaction could count twice: the whole
 * transaction must be restarted.
 */
function withoutRetries(client: RDSDataClient): RDSDataClient {
  const { retryStrategy: _, serviceConfiguredEndpoint: _none, ...config } = client.config;
  // Resolved settings of one client are valid for another; their types differ in optional
  // properties.
  return new RDSDataClient({ ...config, maxAttempts: 1 } as RDSDataClientConfig);
}

function toParameter(name: string, value: Value): SqlParameter {
  if (value === null) return { name, value: { isNull: true } };
  if (value instanceof Date) {
    return { name, value: { stringValue: writeTime(value) }, typeHint: 'TIMESTAMP' };
  }
  if (value instanceof Uint8Array) return { name, value: { blobValue: value } };
  if (typeof value === 'string') return { name, value: { stringValue: value } };
  if (typeof value === 'boolean') return { name, value: { booleanValue: value } };
  if (typeof value === 'bigint') return { name, value: { stringValue: String(value) } };
  if (Number.isInteger(value)) return { name, value: { longValue: value } };
  return { name, value: { doubleValue: value } };
}

function toRows(output: ExecuteStatementCommandOutput): Row[] {
  const columns = output.columnMetadata ?? [];
  return (output.records ?? []).map((record) =>
    Object.fromEntries(
      record.map((field, index) => [columns[index]?.label ?? `column${index}`, toCell(field)]),
    ),
  );
}

function toCell(field: Field): Cell {
  if (field.isNull) return null;
  return (
    field.stringValue ??
    field.longValue ??
    field.booleanValue ??
    field.doubleValue ??
    field.blobValue ??
    null
  );
}
