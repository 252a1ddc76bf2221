import type { Json } from '../../../lib/resource.ts';
import type { Step } from '../definition/api.ts';
import type { DataSource } from '../definition/readDataSource.ts';
import { callLambda, type InvokeLambda } from './callLambda.ts';
import { callRelationalDatabase, type ExecuteStatement } from './callRelationalDatabase.ts';
import type { Deadline } from './deadline.ts';
import { LambdaBatches } from './lambdaBatches.ts';
import type { Outcome } from './outcome.ts';

/** Access to the data sources. */
export interface Backends {
  executeStatement: ExecuteStatement;
  invokeLambda: InvokeLambda;
}

/** AppSync's prefix for the error types of a data source. */
const PREFIX: Record<DataSource['type'], string> = {
  NONE: 'None',
  AWS_LAMBDA: 'Lambda',
  RELATIONAL_DATABASE: 'RDSHttp',
};

/** The data sources as seen by one request. */
export class DataSources {
  readonly #backends: Backends;
  readonly #deadline: Deadline;
  readonly #log: (line: string) => void;
  #batches: LambdaBatches | undefined;

  constructor(backends: Backends, deadline: Deadline, log: (line: string) => void) {
    this.#backends = backends;
    this.#deadline = deadline;
    this.#log = log;
  }

  /**
   * Sends a request handler's result to its data source. A failure or timeout is also an outcome.
   */
  call(fieldName: string, step: Step, request: Json): Promise<Outcome> | Outcome {
    const { dataSource } = step;
    if (dataSource.type === 'NONE') return { result: payloadOf(request), error: null };
    const type = `${PREFIX[dataSource.type]}:ExecutionTimeoutException`;
    const late = { result: null, error: { message: 'Execution timed out.', type } };
    if (this.#deadline.hasPassed()) return late;
    return this.#deadline.within(this.#send(fieldName, step, dataSource, request), late);
  }

  #send(
    fieldName: string,
    step: Step,
    dataSource: Exclude<DataSource, { type: 'NONE' }>,
    request: Json,
  ): Promise<Outcome> {
    const { executeStatement, invokeLambda } = this.#backends;
    if (dataSource.type === 'RELATIONAL_DATABASE') {
      return callRelationalDatabase(dataSource, request, executeStatement);
    }
    this.#batches ??= new LambdaBatches();
    return callLambda(fieldName, step, dataSource.functionArn, request, {
      invoke: invokeLambda,
      batches: this.#batches,
      log: this.#log,
    });
  }
}

function payloadOf(request: Json): Json {
  if (request === null || typeof request !== 'object' || Array.isArray(request)) return null;
  return request.payload ?? null;
}
