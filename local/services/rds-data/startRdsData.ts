import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { listen } from '../protocol/listen.ts';
import type { DataApi } from './createDataApi.ts';
import { badRequest, StatementTimeout } from './errors.ts';

export interface RdsData {
  url: string;
  stop(): Promise<void>;
}

/** 4 MiB of request, its JSON included. */
const largestRequest = 4 * 1024 * 1024;

/** Serves the Data API to AWS's own clients (REST-JSON protocol). `stop` also closes the API's connections. */
export async function startRdsData(
  dataApi: DataApi,
  port: number,
  log: (line: string) => void,
): Promise<RdsData> {
  const operations: { [path: string]: (request: object) => Promise<object> } = {
    '/Execute': dataApi.executeStatement,
    '/BatchExecute': dataApi.batchExecuteStatement,
    '/BeginTransaction': dataApi.beginTransaction,
    '/CommitTransaction': dataApi.commitTransaction,
    '/RollbackTransaction': dataApi.rollbackTransaction,
  };
  const listening = await listen(port, answer, log);
  return {
    url: listening.url,
    async stop() {
      await listening.stop();
      await dataApi.end();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const operation = operations[request.url ?? ''];
      if (request.method !== 'POST' || operation === undefined) {
        const known = Object.keys(operations).join(', ');
        throw new AwsError(
          'NotFoundException',
          `${request.method} ${request.url} is not emulated, only POST ${known}`,
          404,
        );
      }
      send(response, 200, await operation(await readRequest(request)));
    } catch (error) {
      const refusal =
        error instanceof AwsError
          ? error
          : new AwsError('InternalServerErrorException', describe(error), 500);
      if (!(error instanceof AwsError)) log(`rds-data: ${refusal.message}`);
      response.setHeader('x-amzn-errortype', refusal.name);
      send(response, refusal.status, {
        message: refusal.message,
        ...(refusal instanceof StatementTimeout ? { dbConnectionId: refusal.dbConnectionId } : {}),
      });
    }
  }
}

async function readRequest(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is still read, so that the client hears the answer.
    if (size <= largestRequest) chunks.push(chunk);
  }
  if (size > largestRequest) {
    throw badRequest(`The request has ${size} bytes, at most ${largestRequest} are allowed`);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw badRequest(`The request is not JSON: ${describe(error)}`);
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
