import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as send } from 'node:http';
import { listen } from '../../../local/services/protocol/listen.ts';
import { readBody } from '../../../local/services/protocol/readBody.ts';
import { findCaller } from './findCaller.ts';

/** One call to a service, in transit. */
export interface Call {
  /** Whether a container or a function makes it. */
  by: 'container' | 'function';
  /** The operation's path, such as `/Execute`. */
  path: string;
  body: string;
  /** The calling process. */
  pid: number;
  /** Forwards the call to the service. Returns its answer. */
  pass(): Promise<Answer>;
}

/** The service's answer. */
export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/**
 * The outcome of a call: an answer to return; 'silence' for none ever, as for a dead caller; 'cut'
 * for a connection that ends without one.
 */
export type Decide = (call: Call) => Promise<Answer | 'silence' | 'cut'>;

/** A proxy in front of a service, through which all calls of the stack pass. */
export interface Door {
  url: string;
  /** Decides on each call from now on; without it every call passes. */
  decide: Decide | undefined;
  stop(): Promise<void>;
}

const LARGEST_REQUEST = 8 * 1024 * 1024;

/** Opens a proxy on `port` in front of the service at `behind`. */
export async function openDoor(
  port: number,
  behind: string,
  log: (line: string) => void,
): Promise<Door> {
  const door: Door = { url: '', decide: undefined, stop: async () => {} };
  const listening = await listen(port, handle, log);
  return Object.assign(door, { url: listening.url, stop: listening.stop });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, LARGEST_REQUEST);
    const pass = () => forward(behind, request, body);
    const answer =
      door.decide === undefined ? await pass() : await door.decide(describe(request, body, pass));
    if (answer === 'silence') return;
    if (answer === 'cut') return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }
}

function describe(request: IncomingMessage, body: Buffer, pass: () => Promise<Answer>): Call {
  const { remotePort = 0, localPort = 0 } = request.socket;
  // The AWS client names where it runs, from the AWS_EXECUTION_ENV that ECS and Lambda set.
  const isContainer = request.headers['user-agent']?.includes('AWS_ECS_FARGATE') === true;
  return {
    by: isContainer ? 'container' : 'function',
    path: request.url ?? '',
    body: body.toString('utf8'),
    get pid() {
      return findCaller(remotePort, localPort);
    },
    pass,
  };
}

function forward(behind: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const passed = send(
      `${behind}${request.url}`,
      { method: request.method ?? 'POST', headers },
      (response) => {
        readBody(response, Number.POSITIVE_INFINITY).then(
          (answer) =>
            resolve({
              status: response.statusCode ?? 500,
              headers: response.headers,
              body: answer,
            }),
          reject,
        );
      },
    );
    passed.once('error', reject);
    passed.end(body);
  });
}
