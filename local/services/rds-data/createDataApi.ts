import type { PoolConnection } from 'mysql2/promise';
import { AwsError } from '../protocol/awsError.ts';
import { type Cluster, poolConnections } from './clusters.ts';
import { badRequest, StatementTimeout, toAwsError } from './errors.ts';
import { keepBusy, whenIdle } from './idle.ts';
import { readSql } from './readSql.ts';
import { runParameterSet, runStatement } from './runStatement.ts';
import { keepTransactions } from './transactions.ts';
import type {
  BatchExecuteStatementRequest,
  BatchExecuteStatementResponse,
  ExecuteStatementRequest,
  ExecuteStatementResponse,
  Target,
  TransactionRequest,
} from './wire.ts';

/** The RDS Data API. Requests and answers are the API's own JSON; refusals are thrown as AwsError. */
export interface DataApi {
  executeStatement(request: ExecuteStatementRequest): Promise<ExecuteStatementResponse>;
  batchExecuteStatement(
    request: BatchExecuteStatementRequest,
  ): Promise<BatchExecuteStatementResponse>;
  beginTransaction(request: Target): Promise<{ transactionId: string }>;
  commitTransaction(request: TransactionRequest): Promise<{ transactionStatus: string }>;
  rollbackTransaction(request: TransactionRequest): Promise<{ transactionStatus: string }>;
  end(): Promise<void>;
}

export interface DataApiLimits {
  /** A statement ends after so many seconds. */
  statementSeconds: number;
  /** A transaction that is not used for so many seconds is rolled back. */
  idleSeconds: number;
}

const limitsOfAws: DataApiLimits = { statementSeconds: 45, idleSeconds: 180 };

/** Serves these clusters through the Data API. */
export function createDataApi(clusters: Cluster[], limits: DataApiLimits = limitsOfAws): DataApi {
  const connections = poolConnections(clusters, limits.statementSeconds);
  const transactions = keepTransactions(limits.idleSeconds);

  return {
    async executeStatement(request) {
      refuseUnknown(request);
      return run(request, (connection) =>
        withinTime(connection, request.continueAfterTimeout ?? false, () =>
          runStatement(connection, readSql(sqlOf(request)), request),
        ),
      );
    },
    async batchExecuteStatement(request) {
      return run(request, async (connection) => {
        const prepared = readSql(sqlOf(request));
        const sets = request.parameterSets?.length ? request.parameterSets : [[]];
        const updateResults = [];
        for (const set of sets)
          updateResults.push(await runParameterSet(connection, prepared, set));
        return { updateResults };
      });
    },
    async beginTransaction(request) {
      const connection = await open(request);
      return { transactionId: await transactions.begin(connection, ownerOf(request)) };
    },
    async commitTransaction(request) {
      await end(request, 'commit');
      return { transactionStatus: 'Transaction Committed' };
    },
    async rollbackTransaction(request) {
      await end(request, 'rollback');
      return { transactionStatus: 'Rollback Complete' };
    },
    async end() {
      await transactions.rollbackAll();
      await connections.end();
    },
  };

  async function run<T>(
    request: Target & { transactionId?: string },
    work: (connection: PoolConnection) => Promise<T>,
  ): Promise<T> {
    const translated = (connection: PoolConnection) =>
      translate(connection, () => work(connection));
    if (request.transactionId !== undefined) {
      return transactions.within(request.transactionId, ownerOf(request), translated);
    }
    const connection = await open(request);
    try {
      return await translated(connection);
    } finally {
      whenIdle(connection, () => connection.release());
    }
  }

  async function open(request: Target): Promise<PoolConnection> {
    try {
      return await connections.open(request);
    } catch (error) {
      throw toAwsError(error, { seconds: limits.statementSeconds, connectionId: 0 });
    }
  }

  async function translate<T>(connection: PoolConnection, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toAwsError(error, {
        seconds: limits.statementSeconds,
        connectionId: connection.threadId,
      });
    }
  }

  async function end(request: TransactionRequest, how: 'commit' | 'rollback'): Promise<void> {
    if (!request.transactionId) throw badRequest('transactionId is missing');
    try {
      await transactions.end(request.transactionId, ownerOf(request), how);
    } catch (error) {
      throw toAwsError(error, { seconds: limits.statementSeconds, connectionId: 0 });
    }
  }

  /** With `continues` the caller is told of the timeout while the statement goes on to its end. */
  async function withinTime<T>(
    connection: PoolConnection,
    continues: boolean,
    work: () => Promise<T>,
  ): Promise<T> {
    if (!continues) return work();
    await connection.query('set session max_statement_time = 0');
    const done = work().finally(() =>
      connection.query(`set session max_statement_time = ${limits.statementSeconds}`),
    );
    keepBusy(connection, done);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new StatementTimeout(limits.statementSeconds, connection.threadId)),
        limits.statementSeconds * 1000,
      );
    });
    return Promise.race([done, late]).finally(() => clearTimeout(timer));
  }
}

function refuseUnknown({ formatRecordsAs, resultSetOptions }: ExecuteStatementRequest): void {
  const { decimalReturnType, longReturnType } = resultSetOptions ?? {};
  oneOf('formatRecordsAs', formatRecordsAs, ['NONE', 'JSON']);
  oneOf('decimalReturnType', decimalReturnType, ['STRING', 'DOUBLE_OR_LONG']);
  oneOf('longReturnType', longReturnType, ['LONG', 'STRING']);
}

function oneOf(name: string, value: string | undefined, allowed: string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  throw new AwsError(
    'BadRequestException',
    `${name} is ${value}, expected ${allowed.join(' or ')}`,
  );
}

function sqlOf({ sql }: { sql?: string }): string {
  if (!sql) throw badRequest('sql is missing');
  return sql;
}

function ownerOf({ resourceArn, secretArn }: Target | TransactionRequest): string {
  return JSON.stringify([resourceArn, secretArn]);
}
