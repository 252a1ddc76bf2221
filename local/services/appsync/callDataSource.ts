import type { Json } from '../../resource.ts';
import { callRelationalDatabase, type ExecuteStatement } from './callRelationalDatabase.ts';
import type { DataSource } from './readDataSource.ts';
import { ResolverError } from './utils/errors.ts';

/** What a resolver finds in `ctx.result` and `ctx.error`. */
export interface Outcome {
  result: Json;
  error: { message: string; type: string } | null;
}

export type InvokeLambda = (functionArn: string, payload: Json) => Promise<Json>;

/** How the data sources are reached. */
export interface Backends {
  executeStatement: ExecuteStatement;
  invokeLambda: InvokeLambda;
}

/** Sends what a request handler returned to its data source. A failing source is an outcome too. */
export async function callDataSource(
  source: DataSource,
  request: Json,
  backends: Backends,
): Promise<Outcome> {
  switch (source.type) {
    case 'NONE':
      return { result: member(request, 'payload'), error: null };
    case 'AWS_LAMBDA':
      return callLambda(source.functionArn, request, backends.invokeLambda);
    case 'RELATIONAL_DATABASE':
      return callRelationalDatabase(source, request, backends.executeStatement);
  }
}

async function callLambda(arn: string, request: Json, invoke: InvokeLambda): Promise<Outcome> {
  const operation = member(request, 'operation');
  if (
    operation !== 'Invoke' ||
    (member(request, 'invocationType') ?? 'RequestResponse') !== 'RequestResponse'
  ) {
    throw new ResolverError(
      `the operation ${JSON.stringify(operation)} of a Lambda data source is not supported by the local AppSync`,
      'NotEmulated',
    );
  }
  try {
    return { result: await invoke(arn, member(request, 'payload')), error: null };
  } catch (fault) {
    const { message } = fault as Error;
    return { result: null, error: { message, type: 'Lambda:Unhandled' } };
  }
}

function member(request: Json, name: string): Json {
  if (request === null || typeof request !== 'object' || Array.isArray(request)) return null;
  return request[name] ?? null;
}
