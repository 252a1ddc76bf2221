import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsError } from '../../../local/services/protocol/awsError.ts';
import type { DataApi } from '../../../local/services/rds-data/createDataApi.ts';
import type { OutgoingMail } from '../../../services/mail/sending/mailer.ts';

/** How a call can fail. All but the first three leave open whether it was carried out. */
export const FAULTS = [
  'throttled',
  'refused',
  'timeout before',
  'timeout after',
  '5xx',
  'reset',
  'garbage',
] as const;

export type Fault = (typeof FAULTS)[number];

/** The services behind the server. */
export interface Behind {
  dataApi: DataApi;
  ses: (mail: OutgoingMail) => string;
  api: () => object;
}

export interface FaultyServices {
  url: string;
  /** The calls since `fail`, by name. */
  readonly calls: string[];
  /** Makes the first call of each of these names fail this way. */
  fail(plan: { [call: string]: Fault }): void;
  /** Resolves when a call gets no answer and its caller waits until its timeout. */
  hanging(): Promise<void>;
  /** Forgets the waiting calls: their callers are gone. */
  forgetHanging(): void;
  /** The calls that are still to fail. */
  readonly planned: string[];
  stop(): Promise<void>;
}

interface Answer {
  status: number;
  headers?: { [name: string]: string };
  body: string;
}

/** Serves the Data API, SES and the API from one HTTP server, which fails as planned. */
export async function startFaultyServices(behind: Behind): Promise<FaultyServices> {
  const calls: string[] = [];
  let plan: { [call: string]: Fault } = {};
  let hang = Promise.withResolvers<void>();

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    fail(wished) {
      calls.length = 0;
      plan = { ...wished };
      hang = Promise.withResolvers();
    },
    hanging: () => hang.promise,
    forgetHanging: () => {
      hang = Promise.withResolvers();
    },
    get planned() {
      return Object.keys(plan);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = readCall(request.url ?? '', await readBody(request), behind);
    calls.push(call.name);
    const fault = plan[call.name];
    if (fault === undefined) return send(response, await call.work());
    delete plan[call.name];
    if (fault === 'throttled') return send(response, call.refuse('ThrottlingException', 400));
    if (fault === 'refused') return send(response, call.refuse('AccessDeniedException', 403));
    if (fault === '5xx') return send(response, call.refuse('ServiceUnavailableError', 503));
    if (fault !== 'timeout before') await call.work();
    if (fault === 'reset') request.socket.destroy();
    else if (fault === 'garbage') send(response, { status: 200, body: '<html>?' });
    // The SES client has its own timeout.
    else if (call.name !== 'SendRawEmail') hang.resolve();
  }
}

interface Call {
  name: string;
  work: () => Promise<Answer>;
  refuse: (error: string, status: number) => Answer;
}

function readCall(url: string, body: string, { dataApi, ses, api }: Behind): Call {
  const json = (status: number, value: object, type?: string): Answer => ({
    status,
    body: JSON.stringify(value),
    ...(type === undefined ? {} : { headers: { 'x-amzn-errortype': type } }),
  });
  const refuse = (error: string, status: number) => json(status, { message: error }, error);
  if (url === '/graphql') return { name: 'publish', work: async () => json(200, api()), refuse };
  if (url === '/') {
    return {
      name: 'SendRawEmail',
      work: async () => ({ status: 200, body: sent(ses(readMail(body))) }),
      refuse: (error, status) => ({ status, body: sesError(error) }),
    };
  }
  const request = JSON.parse(body);
  const operations: { [path: string]: (request: never) => Promise<object> } = {
    '/Execute': dataApi.executeStatement,
    '/BeginTransaction': dataApi.beginTransaction,
    '/CommitTransaction': dataApi.commitTransaction,
    '/RollbackTransaction': dataApi.rollbackTransaction,
  };
  return {
    name: url === '/Execute' ? request.sql.trim().replace(/\s+/g, ' ').slice(0, 70) : url,
    refuse,
    async work() {
      try {
        // The client has written what the API reads.
        return json(200, (await operations[url]?.(request as never)) ?? {});
      } catch (error) {
        if (error instanceof AwsError) return refuse(error.name, error.status);
        throw error;
      }
    },
  };
}

function readMail(body: string): OutgoingMail {
  const form = new URLSearchParams(body);
  return {
    to: form.get('Destinations.member.1') ?? '',
    mailKey: form.get('Tags.member.1.Value') ?? '',
    raw: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'),
  };
}

const sent = (id: string) =>
  `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult></SendRawEmailResponse>`;

const sesError = (code: string) =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`;

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
