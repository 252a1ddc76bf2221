import type { RawData, WebSocket } from 'ws';
import { RequestFault } from './caller.ts';
import { lowerCaseNames, type RealtimeServices } from './realtime.ts';
import { StartFault, startSubscription } from './startSubscription.ts';

const CONNECTION_TIMEOUT_MS = 300_000;
const KEEP_ALIVE_MS = 60_000;
const MAX_AGE_MS = 24 * 3_600_000;
const MAX_SUBSCRIPTIONS = 100;
/** A client that does not read is cut off before it fills our memory. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

interface Message {
  type?: unknown;
  id?: unknown;
  payload?: { data?: unknown; extensions?: { authorization?: Record<string, unknown> } };
}

/** One client ("Building a real-time WebSocket client"). */
export class RealtimeSocket {
  readonly #socket: WebSocket;
  readonly #services: RealtimeServices;
  readonly #address: string;
  /** By id: how to end the subscription. */
  readonly #active = new Map<string, () => void>();
  #acknowledged = false;
  #timers: NodeJS.Timeout[] = [];

  constructor(socket: WebSocket, services: RealtimeServices, address: string) {
    this.#socket = socket;
    this.#services = services;
    this.#address = address;
  }

  /** Serves the socket once `connecting` has let it in. */
  open(connecting: Promise<void>): void {
    this.#timers.push(setTimeout(() => this.#socket.close(1000), MAX_AGE_MS).unref());
    this.#socket.on('close', () => this.#leave());
    this.#socket.on('error', (error) => this.#services.log(`realtime socket: ${error.message}`));
    this.#socket.on('message', (data) => {
      connecting
        .then(() => this.#receive(data))
        .catch((fault: unknown) => {
          if (!(fault instanceof RequestFault))
            this.#services.log(`realtime: ${(fault as Error).stack}`);
        });
    });
    connecting.catch((fault: unknown) => this.#refuse(fault));
  }

  #refuse(fault: unknown): void {
    const known = fault instanceof RequestFault;
    if (!known) this.#services.log(`realtime connect: ${(fault as Error).stack}`);
    const { errorType, message, status } = known
      ? fault
      : new RequestFault(500, 'InternalFailure', 'the connection failed');
    const errors = [{ errorType, message, errorCode: status }];
    this.#send({ type: 'connection_error', payload: { errors } });
    this.#socket.close(1000);
  }

  async #receive(data: RawData): Promise<void> {
    const message = parseMessage(String(data));
    if (!message) return this.#fail(null, 'BadRequestException', 'a message is a JSON object');
    if (message.type === 'connection_init') return this.#acknowledge();
    // Documented: what comes before the acknowledgement is ignored.
    if (!this.#acknowledged)
      return this.#services.log(`realtime: ignored ${message.type} before connection_ack`);
    const id = typeof message.id === 'string' ? message.id : null;
    if (message.type === 'start' && id !== null) return this.#start(id, message);
    if (message.type === 'stop' && id !== null) return this.#stop(id);
    this.#fail(id, 'UnsupportedOperation', 'unknown not supported through the realtime channel');
  }

  #acknowledge(): void {
    this.#send({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } });
    if (this.#acknowledged) return;
    this.#acknowledged = true;
    this.#send({ type: 'ka' });
    this.#timers.push(setInterval(() => this.#send({ type: 'ka' }), KEEP_ALIVE_MS).unref());
  }

  async #start(id: string, { payload }: Message): Promise<void> {
    if (this.#active.has(id)) {
      return this.#fail(id, 'DuplicatedOperationError', `the id ${id} is in use`);
    }
    if (this.#active.size >= MAX_SUBSCRIPTIONS) {
      const most = `a connection has at most ${MAX_SUBSCRIPTIONS} subscriptions`;
      return this.#fail(id, 'MaxSubscriptionsReachedError', most);
    }
    let stopped = false;
    const ended = () => {
      stopped = true;
    };
    this.#active.set(id, ended);
    try {
      const { engine, subscriptions } = this.#services;
      const { caller, headers, request } = await this.#admit(payload);
      const interest = await startSubscription(engine, request, caller, headers);
      if (stopped) return;
      const listener = { id, send: (bytes: Buffer) => this.#sendBytes(bytes) };
      this.#send({ type: 'start_ack', id });
      this.#active.set(id, subscriptions.add(interest, listener));
    } catch (fault) {
      if (this.#active.get(id) === ended) this.#active.delete(id);
      if (fault instanceof StartFault)
        this.#send({ type: 'error', id, payload: { errors: fault.errors } });
      else if (fault instanceof RequestFault) this.#fail(id, fault.errorType, fault.message);
      else throw fault;
    }
  }

  /** Each subscription proves itself, whoever connected. */
  async #admit(payload: Message['payload']) {
    const data = payload?.data;
    if (typeof data !== 'string') {
      throw new RequestFault(
        400,
        'BadRequestException',
        'payload.data is a string that holds JSON',
      );
    }
    const headers = lowerCaseNames(payload?.extensions?.authorization ?? {});
    const sourceIp = [this.#address];
    const signed = { method: 'POST', path: '/graphql', headers, body: data, sourceIp };
    const caller = await this.#services.authenticate(signed);
    const request = parseMessage(data) as { query?: unknown } | null;
    if (typeof request?.query !== 'string') {
      throw new RequestFault(400, 'BadRequestException', 'payload.data holds no query');
    }
    return { caller, headers, request: request as { query: string } };
  }

  #stop(id: string): void {
    this.#active.get(id)?.();
    this.#active.delete(id);
    this.#send({ type: 'complete', id });
  }

  #leave(): void {
    for (const end of this.#active.values()) end();
    this.#active.clear();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #fail(id: string | null, errorType: string, message: string): void {
    this.#send({
      type: 'error',
      ...(id !== null && { id }),
      payload: { errors: [{ errorType, message }] },
    });
  }

  #send(message: object): void {
    this.#sendBytes(Buffer.from(JSON.stringify(message)));
  }

  #sendBytes(bytes: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.#services.log('realtime: a client that does not read was cut off');
      this.#socket.terminate();
    } else {
      this.#socket.send(bytes, { binary: false });
    }
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
