import { RealtimeConnection, type Way } from './realtimeConnection.ts';

/** Returns headers that prove who sends this body to this address. */
export type Sign = (url: string, body: string) => Promise<Record<string, string>>;

export interface Address {
  endpoint: string;
  apiKey: string;
}

/** Where the conformance API runs. */
export interface TargetSettings extends Address {
  /** The API without introspection; null if only the first one is known. */
  closed: Address | null;
  /** The address of the API behind a Lambda authorizer; null if unknown. */
  guarded: string | null;
  /** Null without AWS credentials. */
  sign: Sign | null;
  /** How many milliseconds to wait for messages that should not arrive. */
  settle: number;
}

/** One error of an answer, as AppSync writes it. */
export interface AnswerError {
  message: string;
  errorType?: string | null;
  errorInfo?: unknown;
  data?: unknown;
  path?: (string | number)[] | null;
  locations?: unknown;
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: each check knows what it asked for
  data?: any;
  errors?: AnswerError[];
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  body: Answer;
}

/** The conformance API as its checks use it: over HTTP and WebSocket only. */
export class ConformanceTarget {
  readonly settings: TargetSettings;

  constructor(settings: TargetSettings) {
    this.settings = settings;
  }

  /** Sends an arbitrary request to the endpoint. */
  async send(body: string | null, headers: Record<string, string>, method = 'POST') {
    const response = await fetch(this.settings.endpoint, { method, headers, body });
    return { status: response.status, headers: response.headers, body: await readJson(response) };
  }

  /** Sends a well-formed request with the API key. */
  post(query: string, variables: object = {}, headers: Record<string, string> = {}) {
    return this.send(JSON.stringify({ query, variables }), { ...this.keyHeaders, ...headers });
  }

  async ask(query: string, variables: object = {}): Promise<Answer> {
    return (await this.post(query, variables)).body;
  }

  /** Sends a request signed with AWS credentials, without the key. */
  async askSigned(query: string): Promise<Answer> {
    const { sign, endpoint } = this.settings;
    if (sign === null) throw new Error('this target has no credentials to sign with');
    const body = JSON.stringify({ query });
    return (await this.send(body, await sign(endpoint, body))).body;
  }

  /** Queries the API without introspection. */
  async askClosed(query: string): Promise<Answer> {
    const { closed } = this.settings;
    if (closed === null) throw new Error('this target has no closed API');
    return (await new ConformanceTarget({ ...this.settings, ...closed }).post(query)).body;
  }

  /** Queries the API behind a Lambda authorizer, with this token. */
  async askGuarded(authorization: string, query = '{ caller }'): Promise<HttpAnswer> {
    const headers = { 'content-type': 'application/json', authorization };
    return new ConformanceTarget({ ...this.settings, endpoint: this.guarded }).send(
      JSON.stringify({ query }),
      headers,
    );
  }

  /** Connects to the guarded API with this token. */
  connectGuarded(token: string): Promise<RealtimeConnection> {
    const authorization = { host: new URL(this.guarded).host, Authorization: token };
    return RealtimeConnection.open(realtimeUrl(this.guarded), 'protocol', authorization);
  }

  private get guarded(): string {
    const { guarded } = this.settings;
    if (guarded === null) throw new Error('this target has no guarded API');
    return guarded;
  }

  /** The value of a field that gives `{ value }` as AWSJSON, or the first error instead. */
  async value(field: string, name: string, given: object): Promise<unknown> {
    const query = `query ($name: String!, $with: AWSJSON!) { ${field}(name: $name, with: $with) }`;
    const { data, errors } = await this.ask(query, { name, with: JSON.stringify(given) });
    return errors?.[0] === undefined
      ? (JSON.parse(data[field]) as { value?: unknown }).value
      : { error: errors[0].message, errorType: errors[0].errorType };
  }

  connect(way: Way = 'protocol', authorization: object = this.authorization) {
    return RealtimeConnection.open(realtimeUrl(this.settings.endpoint), way, authorization);
  }

  /** What proves a connection or a subscription: the host that would be asked over HTTP, and the key. */
  get authorization(): { host: string; 'x-api-key': string } {
    return { host: new URL(this.settings.endpoint).host, 'x-api-key': this.settings.apiKey };
  }

  get keyHeaders(): Record<string, string> {
    return { 'content-type': 'application/json', 'x-api-key': this.settings.apiKey };
  }
}

/**
 * The address of the WebSocket ("Building a real-time WebSocket client"): a name of its own beside
 * AWS's own addresses, a path below any other.
 */
export function realtimeUrl(endpoint: string): string {
  const url = new URL(endpoint);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (/\.appsync-api\./.test(url.host)) {
    url.host = url.host.replace('.appsync-api.', '.appsync-realtime-api.');
  } else {
    url.pathname += '/realtime';
  }
  return url.href;
}

async function readJson(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { data: text };
  }
}
