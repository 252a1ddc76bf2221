import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { Engine } from '../answer/engine.ts';
import { readGraphQLRequest } from '../answer/readGraphQLRequest.ts';
import type { Authenticate } from '../callers/authenticate.ts';
import { lowerCaseNames } from './connectCredentials.ts';
import { dataHead } from './dataFrame.ts';
import { Outgoing } from './outgoing.ts';
import { type RealtimeError, RealtimeFault, readFault } from './realtimeFault.ts';
import { duplicated, startSubscription, unsupported } from './startSubscription.ts';
import type { Subscriptions } from './subscriptions.ts';

const CONNECTION_TIMEOUT_MS = 300_000;
/** Amplify reports an error if none has arrived for 65 seconds. */
const KEEP_ALIVE_MS = 60_000;
const MAX_AGE_MS = 24 * 3_600_000;
const MAX_SUBSCRIPTIONS = 100;
/** "Normal Closure" (RFC 6455, section 7.4.1). */
const NORMAL = 1000;

interface Message {
  type?: unknown;
  id?: unknown;
  payload?: { data?: unknown; extensions?: { authorization?: Record<string, unknown> } } | null;
}

/** The services that an API's sockets share. */
export interface RealtimeServices {
  engine: Engine;
  authenticate: Authenticate;
  subscriptions: Subscriptions;
  log: (line: string) => void;
}

/** One client ("Building a real-time WebSocket client"). */
export class RealtimeSocket {
  readonly #socket: WebSocket;
  readonly #services: RealtimeServices;
  readonly #address: string;
  readonly #outgoing: Outgoing;
  /** By id: the function that ends the subscription. */
  readonly #active = new Map<string, () => void>();
  #greeting: 'none' | 'received' | 'answered' = 'none';
  #keepAlive: NodeJS.Timeout | undefined;
  readonly #maxAge: NodeJS.Timeout;

  constructor(
    socket: WebSocket,
    connection: Duplex,
    services: RealtimeServices,
    { address, connecting }: { address: string; connecting: Promise<void> },
  ) {
    this.#socket = socket;
    this.#services = services;
    this.#address = address;
    this.#outgoing = new Outgoing(socket, connection, () => {
      services.log('realtime: a client that does not read was closed');
      this.#leave();
    });
    this.#maxAge = setTimeout(() => this.#close(), MAX_AGE_MS).unref();
    socket.on('close', () => this.#leave());
    socket.on('error', (error) => services.log(`realtime socket: ${error.message}`));
    socket.on('message', (data, isBinary) => {
      this.#receive(data, isBinary).catch((fault: Error) =>
        services.log(`realtime: ${fault.stack}`),
      );
    });
    // Its messages wait until the caller is known.
    socket.pause();
    connecting.then(
      () => socket.resume(),
      (fault: unknown) => this.#refuse(fault),
    );
  }

  #refuse(fault: unknown): void {
    const errors = readFault(fault, 'connection');
    if (!errors) this.#services.log(`realtime connect: ${(fault as Error).stack}`);
    const unknown = { errorType: 'InternalFailure', message: 'the connection failed' };
    this.#outgoing.send({
      type: 'connection_error',
      payload: { errors: errors ?? [{ ...unknown, errorCode: 500 }] },
    });
    this.#close();
    this.#socket.resume();
  }

  async #receive(data: RawData, isBinary: boolean): Promise<void> {
    const message = isBinary ? null : parseMessage(String(data));
    if (!message) {
      const error = { errorType: 'BadRequestException', message: 'a message is a JSON object' };
      return this.#fail(null, [error]);
    }
    if (message.type === 'connection_init') return this.#greet();
    // Documented: messages between the greeting and its answer are ignored.
    if (this.#greeting === 'received')
      return this.#services.log(`realtime: ignored ${message.type} before connection_ack`);
    const id = typeof message.id === 'string' ? message.id : null;
    if (message.type === 'start' && id !== null) return this.#start(id, message);
    if (message.type === 'stop' && id !== null) return this.#stop(id);
    this.#fail(id, unsupported('unknown').errors);
  }

  #greet(): void {
    if (this.#greeting === 'received') return;
    this.#greeting = 'received';
    setImmediate(() => {
      this.#greeting = 'answered';
      const payload = { connectionTimeoutMs: CONNECTION_TIMEOUT_MS };
      this.#outgoing.send({ type: 'connection_ack', payload });
      this.#keepTalking();
    });
  }

  /** Sends the first `ka` immediately, so that a client learns early to expect them. */
  #keepTalking(): void {
    if (this.#keepAlive || this.#socket.readyState !== this.#socket.OPEN) return;
    const talk = () => this.#outgoing.send({ type: 'ka' });
    talk();
    this.#keepAlive = setInterval(talk, KEEP_ALIVE_MS).unref();
  }

  async #start(id: string, { payload }: Message): Promise<void> {
    // The greeting is optional.
    this.#keepTalking();
    const ended = () => this.#active.delete(id);
    try {
      this.#makeRoom(id);
      this.#active.set(id, ended);
      const { engine, subscriptions } = this.#services;
      const { caller, headers, request } = await this.#admit(payload);
      const started = await startSubscription(engine, id, request, caller, headers);
      if (this.#active.get(id) !== ended) return;
      this.#outgoing.send({ type: 'start_ack', id });
      const end = subscriptions.add(started.interest, {
        head: dataHead(id),
        invalidationFilter: started.invalidationFilter,
        send: (frame) => this.#outgoing.sendFrame(frame),
        invalidate: () => this.#invalidate(id),
      });
      this.#active.set(id, end);
    } catch (fault) {
      if (this.#active.get(id) === ended) this.#active.delete(id);
      const errors = readFault(fault, 'start');
      if (!errors) this.#services.log(`realtime start: ${(fault as Error).stack}`);
      const unknown = { errorType: 'InternalFailure', message: 'the subscription failed' };
      this.#fail(id, errors ?? [unknown]);
    }
  }

  #makeRoom(id: string): void {
    if (this.#active.has(id)) throw duplicated(id);
    if (this.#active.size < MAX_SUBSCRIPTIONS) return;
    throw new RealtimeFault({
      errorType: 'MaxSubscriptionsReachedError',
      message: `Max number of ${MAX_SUBSCRIPTIONS} subscriptions reached`,
    });
  }

  /** Each subscription is authenticated separately from the connection. */
  async #admit(payload: Message['payload']) {
    const data = payload?.data;
    if (typeof data !== 'string') throw unsupported('unknown');
    const headers = lowerCaseNames(payload?.extensions?.authorization ?? {});
    const sourceIp = [this.#address];
    const signed = { method: 'POST', path: '/graphql', headers, body: data, sourceIp };
    const caller = await this.#services.authenticate(signed);
    const request = readGraphQLRequest(parseMessage(data));
    if (!request) throw unsupported('unknown');
    return { caller, headers, request };
  }

  #stop(id: string): void {
    this.#active.get(id)?.();
    this.#active.delete(id);
    this.#outgoing.send({ type: 'complete', id });
  }

  /** Documented: notifies the client and closes the entire connection. */
  #invalidate(id: string): void {
    const payload = { message: 'Subscription complete.' };
    this.#outgoing.send({ type: 'complete', id, payload });
    this.#close();
  }

  #close(): void {
    this.#leave();
    this.#socket.close(NORMAL);
  }

  #leave(): void {
    for (const end of this.#active.values()) end();
    this.#active.clear();
    clearInterval(this.#keepAlive);
    clearTimeout(this.#maxAge);
  }

  #fail(id: string | null, errors: RealtimeError[]): void {
    this.#outgoing.send({ type: 'error', ...(id !== null && { id }), payload: { errors } });
  }
}

function parseMessage(text: string): Message | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Message) : null;
  } catch {
    return null;
  }
}
