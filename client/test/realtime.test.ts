import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRealtime, type Realtime, type ShinkanError } from '../src/index.ts';
import { type Server, startServer } from './aShinkan.ts';

let server: Server;
let realtime: Realtime;
let authorization: ReturnType<typeof vi.fn<() => Record<string, string>>>;

beforeEach(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server = await startServer();
  authorization = vi.fn(() => ({ 'x-api-key': 'キー' }));
  realtime = createRealtime({ url: server.realtime, authorization });
});

afterEach(async () => {
  realtime.close();
  await server.stop();
  vi.restoreAllMocks();
});

function listen() {
  const observer = {
    next: vi.fn(),
    error: vi.fn<(error: ShinkanError) => void>(),
    ready: vi.fn(),
    lost: vi.fn(),
  };
  return { ...observer, end: realtime.subscribe('subscription { a }', { b: 1 }, observer) };
}

const called = (mock: ReturnType<typeof vi.fn>, times = 1) =>
  vi.waitFor(() => expect(mock).toHaveBeenCalledTimes(times), { timeout: 5_000 });

describe('createRealtime', () => {
  it('createRealtime connects only when someone subscribes, once for all', async () => {
    expect(server.connectHeaders).toEqual([]);
    const [one, two] = [listen(), listen()];
    await Promise.all([called(one.ready), called(two.ready)]);
    expect(server.connectHeaders).toHaveLength(1);
  });

  it('createRealtime signs the connection and each subscription for the API’s host', async () => {
    await called(listen().ready);
    const signed = { host: new URL(server.realtime).host, 'x-api-key': 'キー' };
    expect(server.connectHeaders).toEqual([signed]);
    const start = server.heard.find(({ type }) => type === 'start');
    expect(start?.payload?.extensions.authorization).toEqual(signed);
    expect(JSON.parse(start?.payload?.data ?? '')).toEqual({
      query: 'subscription { a }',
      variables: { b: 1 },
    });
  });

  it('createRealtime delivers each result to its own subscription', async () => {
    const one = listen();
    await called(one.ready);
    server.push(5);
    await called(one.next);
    expect(one.next.mock.calls[0]?.[0]).toMatchObject({ data: { onBookEvent: { seq: '5' } } });
  });

  it('createRealtime reconnects with a new signature and every subscription', async () => {
    const one = listen();
    const two = listen();
    await Promise.all([called(one.ready), called(two.ready)]);
    authorization.mockReturnValue({ Authorization: 'Bearer later' });
    server.cut();
    await Promise.all([called(one.lost), called(two.lost)]);
    await Promise.all([called(one.ready, 2), called(two.ready, 2)]);
    expect(server.connectHeaders[1]).toMatchObject({ Authorization: 'Bearer later' });
  });

  it('createRealtime retries while no authorization is available', async () => {
    authorization.mockImplementationOnce(() => {
      throw new Error('offline');
    });
    await called(listen().ready);
  });

  it('createRealtime drops a server that has fallen silent', async () => {
    server.onMessage = (socket, { type }) => {
      if (type !== 'connection_init') return false;
      // The second connection is an ordinary one.
      const timeout = server.connectHeaders.length === 1 ? 50 : 300_000;
      socket.send(
        JSON.stringify({ type: 'connection_ack', payload: { connectionTimeoutMs: timeout } }),
      );
      return true;
    };
    const one = listen();
    await called(one.lost);
    await called(one.ready, 2);
  });

  it('createRealtime does not retry after a permanent rejection', async () => {
    server.onMessage = (socket, { type }) => {
      if (type !== 'connection_init') return false;
      const errors = [{ errorType: 'UnauthorizedException', message: 'no', errorCode: 401 }];
      socket.send(JSON.stringify({ type: 'connection_error', payload: { errors } }));
      return true;
    };
    const one = listen();
    await called(one.error);
    expect(one.error.mock.calls[0]?.[0]).toMatchObject({
      errorType: 'UnauthorizedException',
      message: 'no',
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.connectHeaders).toHaveLength(1);
  });

  it('createRealtime retries a rejected connection with new signatures, three times in all', async () => {
    let accepted = false;
    let token = 0;
    authorization.mockImplementation(() => ({ Authorization: `Bearer ${++token}` }));
    server.onMessage = (socket, { type }) => {
      if (type !== 'connection_init' || accepted) return false;
      const errors = [{ errorType: 'UnauthorizedException', message: 'no', errorCode: 401 }];
      socket.send(JSON.stringify({ type: 'connection_error', payload: { errors } }));
      accepted = server.connectHeaders.length === 2;
      return true;
    };
    const one = listen();
    await called(one.ready);
    expect(one.error).not.toHaveBeenCalled();

    realtime.close();
    server.onMessage = (socket, { type }) => {
      if (type !== 'connection_init') return false;
      const errors = [{ errorType: 'UnauthorizedException', message: 'no', errorCode: 401 }];
      socket.send(JSON.stringify({ type: 'connection_error', payload: { errors } }));
      return true;
    };
    const before = server.connectHeaders.length;
    await called(listen().error);
    expect(server.connectHeaders.length - before).toBe(3);
  });

  it('createRealtime re-signs a rejected subscription, and gives up if the signature is the same', async () => {
    let starts = 0;
    server.onMessage = (socket, { type, id }) => {
      if (type !== 'start') return false;
      starts += 1;
      if (starts === 2) return false;
      const errors = [{ errorType: 'UnauthorizedException', message: 'expired' }];
      socket.send(JSON.stringify({ type: 'error', id, payload: { errors } }));
      return true;
    };
    authorization.mockImplementationOnce(() => ({ Authorization: 'Bearer old' }));
    authorization.mockImplementationOnce(() => ({ Authorization: 'Bearer old' }));
    const one = listen();
    await called(one.ready);
    expect(one.error).not.toHaveBeenCalled();

    const two = listen();
    await called(two.error);
    expect(starts).toBe(3);
  });

  it('createRealtime reports a lost connection when the server ends a confirmed subscription', async () => {
    const one = listen();
    await called(one.ready);
    const errors = [{ errorType: 'UnauthorizedException', message: 'expired' }];
    authorization.mockReturnValue({ Authorization: 'Bearer new' });
    server.say({ type: 'error', id: '1', payload: { errors } });
    await called(one.lost);
    await called(one.ready, 2);
    expect(one.error).not.toHaveBeenCalled();
    expect(server.connectHeaders).toHaveLength(1);
  });

  it('createRealtime reconnects with another signature when its session has ended', async () => {
    const one = listen();
    await called(one.ready);
    authorization.mockReturnValue({ 'x-api-key': 'guest' });
    server.say({ type: 'complete', id: '1', payload: { message: 'Subscription complete.' } });
    server.hangUp();
    await called(one.ready, 2);
    expect(one.lost).toHaveBeenCalledTimes(1);
    expect(server.connectHeaders[1]).toMatchObject({ 'x-api-key': 'guest' });
  });

  it('createRealtime waits ever longer if it is closed right after connecting', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.1);
    server.onMessage = (socket, { type, id }) => {
      if (type !== 'start') return false;
      socket.send(JSON.stringify({ type: 'start_ack', id }));
      socket.send(JSON.stringify({ type: 'complete', id }));
      socket.close();
      return true;
    };
    listen();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    // 0.1, 0.2, 0.4, 0.8 s: the next comes after 3.1 s.
    expect(server.connectHeaders.length).toBeGreaterThan(2);
    expect(server.connectHeaders.length).toBeLessThanOrEqual(5);
  });

  it('createRealtime ends only the subscription that is rejected', async () => {
    server.onMessage = (socket, { type, id }) => {
      if (type !== 'start' || id !== '1') return false;
      const errors = [{ errorType: 'UnsupportedOperation', message: 'unknown' }];
      socket.send(JSON.stringify({ type: 'error', id, payload: { errors } }));
      return true;
    };
    const [one, two] = [listen(), listen()];
    await called(one.error);
    await called(two.ready);
    expect(two.error).not.toHaveBeenCalled();
  });

  it.each([
    ['one error', { errorType: 'UnsupportedOperation', message: 'unknown' }],
    ['no list', null],
  ])('createRealtime reports a rejection that has %s in place of a list', async (_name, errors) => {
    server.onMessage = (socket, { type, id }) => {
      if (type !== 'start') return false;
      socket.send(JSON.stringify({ type: 'error', id, payload: { errors } }));
      return true;
    };
    const one = listen();
    await called(one.error);
    expect(one.error.mock.calls[0]?.[0].errorType).toBe(errors?.errorType ?? null);
  });

  it('createRealtime reports a rejected connection that has one error in place of a list', async () => {
    server.onMessage = (socket, { type }) => {
      if (type !== 'connection_init') return false;
      const errors = { errorType: 'UnauthorizedException', message: 'no', errorCode: 401 };
      socket.send(JSON.stringify({ type: 'connection_error', payload: { errors } }));
      return true;
    };
    const one = listen();
    await called(one.error);
    expect(one.error.mock.calls[0]?.[0]).toMatchObject({ errorType: 'UnauthorizedException' });
  });

  it('createRealtime retries later when too many clients start at once', async () => {
    let refusals = 2;
    server.onMessage = (socket, { type, id }) => {
      if (type !== 'start' || refusals-- <= 0) return false;
      const errors = [{ errorType: 'LimitExceededError', message: 'too many' }];
      socket.send(JSON.stringify({ type: 'error', id, payload: { errors } }));
      return true;
    };
    const one = listen();
    await called(one.ready);
    expect(one.error).not.toHaveBeenCalled();
  });

  it('createRealtime disconnects a while after the last subscription ends, unless another starts', async () => {
    const one = listen();
    await called(one.ready);
    one.end();
    const two = listen();
    await called(two.ready);
    expect(server.connectHeaders).toHaveLength(1);
    two.end();
    await vi.waitFor(() => expect(server.sockets()).toBe(0), { timeout: 3_000 });
    await called(listen().ready);
    expect(server.connectHeaders).toHaveLength(2);
  });
});
