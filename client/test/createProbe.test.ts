import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProbe } from '../src/realtime/createProbe.ts';

let sent: string[];
let silences: number;
let probe: ReturnType<typeof createProbe>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  silences = 0;
  probe = createProbe({
    send: (message) => sent.push(message),
    onSilence: () => {
      silences += 1;
    },
  });
});
afterEach(() => vi.useRealTimers());

const begin = (id: string) => probe.begin(id, async () => `start ${id}`);
const stopOf = (id: string) => JSON.stringify({ type: 'stop', id });

it('createProbe reports silence once five seconds have passed without an answer', async () => {
  await begin('1');
  vi.advanceTimersByTime(4_999);
  expect(silences).toBe(0);
  vi.advanceTimersByTime(1);
  expect(silences).toBe(1);
});

it('createProbe stops a subscription that the server accepts, and is content', async () => {
  await begin('1');
  expect(probe.hears({ type: 'start_ack', id: '1' })).toBe(true);
  expect(sent).toEqual(['start 1', stopOf('1')]);
  vi.advanceTimersByTime(5_000);
  expect(silences).toBe(0);
});

it('createProbe takes a rejection for an answer, and has nothing to stop', async () => {
  await begin('1');
  expect(probe.hears({ type: 'error', id: '1' })).toBe(true);
  vi.advanceTimersByTime(5_000);
  expect({ sent, silences }).toEqual({ sent: ['start 1'], silences: 0 });
});

it('createProbe reports no silence if an ended probe cannot be authorized', async () => {
  const failing = probe.begin('1', () => Promise.reject(new Error('signed out')));
  probe.end();
  await failing;
  expect(silences).toBe(0);
  await probe.begin('2', () => Promise.reject(new Error('signed out')));
  expect(silences).toBe(1);
});

it('createProbe leaves others their messages and keeps waiting', async () => {
  expect(probe.hears({ type: 'start_ack', id: '1' })).toBe(false);
  await begin('1');
  expect(probe.hears({ type: 'start_ack', id: '2' })).toBe(false);
  expect(probe.hears({ type: 'error' })).toBe(false);
  expect(probe.hears({ type: 'ka' })).toBe(false);
  expect(sent).toEqual(['start 1']);
  vi.advanceTimersByTime(5_000);
  expect(silences).toBe(1);
});

it('createProbe runs one probe at a time', async () => {
  await begin('1');
  await begin('2');
  expect(sent).toEqual(['start 1']);
  probe.hears({ type: 'start_ack', id: '1' });
  await begin('3');
  expect(sent.at(-1)).toBe('start 3');
});

it('createProbe sends nothing if it was ended while its message was signed', async () => {
  const begun = begin('1');
  probe.end();
  await begun;
  vi.advanceTimersByTime(5_000);
  expect({ sent, silences }).toEqual({ sent: [], silences: 0 });
});

it('createProbe sends nothing for an ended probe after another has begun', async () => {
  const begun = begin('1');
  probe.end();
  await begin('2');
  await begun;
  expect(sent).toEqual(['start 2']);
});

it('createProbe reports silence at once if its message cannot be signed', async () => {
  await probe.begin('1', () => Promise.reject(new Error('offline')));
  expect(silences).toBe(1);
});
