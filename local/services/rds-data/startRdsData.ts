import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { listen } from '../protocol/listen.ts';
import { faultsPath, serveFaults } from '../protocol/serveFaults.ts';
import type { DataApi } from './createDataApi.ts';
import { StatementTimeout } from './errors.ts';
import { readRequest } from './readRequest.ts';
import { AnswerLost } from './withFaults.ts';

export interface RdsData {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves the Data API to AWS's own clients (REST-JSON protocol). `stop` also closes its
 * connections.
 */
export async function startRdsData(
  dataApi: DataApi,
  port: number,
  log: (line: string) => void,
): Promise<RdsData> {
  const operations = new Map<string | undefined, (request: object) => Promise<object>>([
    ['/Execute', dataApi.executeStatement],
    ['/BatchExecute', dataApi.batchExecuteStatement],
    ['/BeginTransaction', dataApi.beginTransaction],
    ['/CommitTransaction', dataApi.commitTransaction],
    ['/RollbackTransaction', dataApi.rollbackTransaction],
  ]);
  const listening = await listen(port, answer, log);
  return {
    url: listening.url,
    async stop() {
      await listening.stop();
      await dataApi.end();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === faultsPath) return serveFaults(dataApi.faults, request, response);
    try {
      const operation = operations.get(request.url);
      if (request.method !== 'POST' || operation === undefined) throw notEmulated(request);
      send(response, 200, await operation(await readRequest(request)));
    } catch (error) {
      if (error instanceof AnswerLost) request.socket.destroy();
      else refuse(response, toRefusal(error));
    }
  }

  function notEmulated({ method, url }: IncomingMessage): AwsError {
    const seen = url === '/ExecuteSql' ? 'ExecuteSql' : `${method} ${url}`;
    const known = [...operations.keys()].join(', ');
    return new AwsError(
      'BadRequestException',
      `${seen} is not supported, only POST to ${known}`,
      url === '/ExecuteSql' ? 400 : 404,
    );
  }

  function toRefusal(error: unknown): AwsError {
    if (error instanceof AwsError) return error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`rds-data: ${text}`);
    return new AwsError('InternalServerErrorException', text, 500);
  }
}

function refuse(response: ServerResponse, refusal: AwsError): void {
  response.setHeader('x-amzn-errortype', refusal.name);
  send(response, refusal.status, {
    message: refusal.message,
    ...(refusal instanceof StatementTimeout ? { dbConnectionId: refusal.dbConnectionId } : {}),
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': text.length,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}
