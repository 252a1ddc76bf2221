import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { AwsError } from '../../local/services/protocol/awsError.ts';
import type { DataApi } from '../../local/services/rds-data/createDataApi.ts';

/** AWS's own client, whose requests `api` answers in this process, without a socket. */
export function inProcessClient(api: DataApi): RDSDataClient {
  const operations: { [path: string]: (request: never) => Promise<object> } = {
    '/Execute': api.executeStatement,
    '/BatchExecute': api.batchExecuteStatement,
    '/BeginTransaction': api.beginTransaction,
    '/CommitTransaction': api.commitTransaction,
    '/RollbackTransaction': api.rollbackTransaction,
  };
  const answer = async ({ path, body }: { path: string; body: Uint8Array }) => {
    const operation = operations[path];
    if (operation === undefined) throw new Error(`The Data API has no ${path}`);
    // The client has written what the API reads.
    return operation(JSON.parse(new TextDecoder().decode(body)) as never);
  };
  return new RDSDataClient({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: { path: string; body: Uint8Array }) => {
        try {
          return { response: httpResponse(200, {}, await answer(request)) };
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          const headers = { 'x-amzn-errortype': error.name };
          return { response: httpResponse(error.status, headers, { message: error.message }) };
        }
      },
    },
  });
}

function httpResponse(statusCode: number, headers: { [name: string]: string }, body: object) {
  return { statusCode, headers, body: new TextEncoder().encode(JSON.stringify(body)) };
}
