import type { PoolConnection } from 'mysql2';
import { Faults } from '../protocol/faults.ts';
import { checkBatch, checkStatement, sqlOf } from './checkRequest.ts';
import { type Cluster, poolConnections } from './clusters.ts';
import { query } from './driver.ts';
import { badRequest, StatementTimeout, toAwsError } from './errors.ts';
import { faultKinds } from './faultKinds.ts';
import { keepBusy, whenIdle } from './idle.ts';
import type { PreparedSql } from './readSql.ts';
import { rememberSql } from './rememberSql.ts';
import { runParameterSet, runStatement } from './runStatement.ts';
import { type Holder, keepTransactions, type TransactionLimits } from './transactions.ts';
import type {
  BatchExecuteStatementRequest,
  BatchExecuteStatementResponse,
  ExecuteStatementRequest,
  ExecuteStatementResponse,
  Field,
  Target,
  TransactionRequest,
} from './wire.ts';
import { withFaults } from './withFaults.ts';

/** The RDS Data API. Requests and answers are the API's own JSON; errors are thrown as AwsError. */
export interface DataApi {
  executeStatement(request: ExecuteStatementRequest): Promise<ExecuteStatementResponse>;
  batchExecuteStatement(
    request: BatchExecuteStatementRequest,
  ): Promise<BatchExecuteStatementResponse>;
  beginTransaction(request: Target): Promise<{ transactionId: string }>;
  commitTransaction(request: TransactionRequest): Promise<{ transactionStatus: string }>;
  rollbackTransaction(request: TransactionRequest): Promise<{ transactionStatus: string }>;
  /** The faults to inject into operations, called over HTTP or in this process. */
  faults: Faults;
  end(): Promise<void>;
}

export interface DataApiLimits extends TransactionLimits {
  /** The time limit of a statement; a batch ends with the parameter set that exceeds it. */
  statementSeconds: number;
}

const limitsOfAws: DataApiLimits = {
  statementSeconds: 45,
  idleSeconds: 180,
  transactionSeconds: 24 * 60 * 60,
};

/** Serves these clusters through the Data API, with AWS's limits by default. */
export function createDataApi(clusters: Cluster[], given: Partial<DataApiLimits> = {}): DataApi {
  const limits = { ...limitsOfAws, ...given };
  const connections = poolConnections(clusters);
  const transactions = keepTransactions(limits);
  const faults = new Faults(faultKinds);
  const read = rememberSql();

  return {
    faults,
    executeStatement: withFaults(faults, 'ExecuteStatement', executeStatement),
    batchExecuteStatement: withFaults(faults, 'BatchExecuteStatement', batchExecuteStatement),
    beginTransaction: withFaults(faults, 'BeginTransaction', beginTransaction),
    commitTransaction: withFaults(faults, 'CommitTransaction', async (request) => {
      await end(request, 'commit');
      return { transactionStatus: 'Transaction Committed' };
    }),
    rollbackTransaction: withFaults(faults, 'RollbackTransaction', async (request) => {
      await end(request, 'rollback');
      return { transactionStatus: 'Rollback Complete' };
    }),
    async end() {
      transactions.rollbackAll();
      await connections.end();
    },
  };

  async function executeStatement(request: ExecuteStatementRequest) {
    checkStatement(request);
    const prepared = read(sqlOf(request));
    return run(request, prepared, (connection) =>
      withinTime(
        connection,
        runStatement(connection, prepared, request),
        request.continueAfterTimeout === true,
      ),
    );
  }

  async function batchExecuteStatement(request: BatchExecuteStatementRequest) {
    checkBatch(request);
    const prepared = read(sqlOf(request));
    const sets = request.parameterSets?.length ? request.parameterSets : [[]];
    return run(request, prepared, (connection) => {
      const runAll = async () => {
        const updateResults: { generatedFields: Field[] }[] = [];
        for (const set of sets) {
          updateResults.push(await runParameterSet(connection, prepared, set));
        }
        return { updateResults };
      };
      return withinTime(connection, runAll(), false);
    });
  }

  async function beginTransaction(request: Target) {
    return translate(async (uses) => {
      const connection = await connections.open(request);
      uses(connection);
      return { transactionId: await transactions.begin(connection, holderOf(request)) };
    });
  }

  function run<T>(
    request: Target & { transactionId?: string },
    { changesSession }: PreparedSql,
    work: (connection: PoolConnection) => Promise<T>,
  ): Promise<T> {
    const { transactionId } = request;
    return translate(async (uses) => {
      if (transactionId !== undefined) {
        return transactions.within(transactionId, holderOf(request), (connection) => {
          uses(connection);
          return work(connection);
        });
      }
      const connection = await connections.open(request);
      uses(connection);
      try {
        return await work(connection);
      } finally {
        // A statement's session state must not reach the next borrower.
        const leave = () => (changesSession ? connection.destroy() : connection.release());
        whenIdle(connection, leave);
      }
    });
  }

  function end(request: TransactionRequest, how: 'commit' | 'rollback'): Promise<void> {
    const { transactionId } = request;
    if (!transactionId) throw badRequest('transactionId is missing');
    return translate(() => transactions.end(transactionId, holderOf(request), how));
  }

  /** Converts driver errors to the API's errors. */
  async function translate<T>(
    work: (uses: (connection: PoolConnection) => void) => Promise<T>,
  ): Promise<T> {
    let connectionId = 0;
    try {
      return await work(({ threadId }) => {
        connectionId = threadId;
      });
    } catch (error) {
      throw toAwsError(error, { seconds: limits.statementSeconds, connectionId });
    }
  }

  /**
   * Rejects with a timeout if the work takes too long, and ends its statement, unless the caller
   * wants it to continue.
   */
  function withinTime<T>(
    connection: PoolConnection,
    work: Promise<T>,
    continues: boolean,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(async () => {
        isLate = true;
        if (continues) keepBusy(connection, work);
        else await endWork(connection, work);
        reject(new StatementTimeout(limits.statementSeconds, connection.threadId));
      }, limits.statementSeconds * 1000);
      // MySQL answers an ended `sleep()` with a result, which is too late as well.
      work
        .then(
          (result) => isLate || resolve(result),
          (error) => isLate || reject(error),
        )
        .finally(() => clearTimeout(timer));
    });
  }

  async function endWork(connection: PoolConnection, work: Promise<unknown>): Promise<void> {
    await connections.endStatement(connection).catch(() => connection.destroy());
    await work.catch(() => {});
    // If the statement had just ended, this is what the server interrupts.
    await query(connection, 'do 0').catch(() => {});
  }
}

function holderOf(request: Target): Holder {
  // The pool rejects an absent ARN; otherwise it matches no transaction.
  const { resourceArn = '', secretArn = '', database } = request;
  return { resourceArn, secretArn, database };
}
