import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchWaking } from '../src/realtime/watchWaking.ts';
import { Tab } from './aTab.ts';

let tab: Tab;
let window: EventTarget;
let wakings: number;

beforeEach(() => {
  vi.useFakeTimers();
  [tab, window] = [new Tab(), new EventTarget()];
  vi.stubGlobal('document', tab);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  wakings = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const watch = () =>
  watchWaking(() => {
    wakings += 1;
  });
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);
const tick = () => vi.advanceTimersByTime(5_000);

it.each([
  ['visible', 10_000],
  ['hidden', 75_000],
] as const)(
  'watchWaking takes a tick of a %s page for sleep if it is later than %i ms',
  (to, late) => {
    tab.turn(to);
    watch();
    sleep(late);
    tick();
    expect(wakings).toBe(0);
    sleep(late + 1);
    tick();
    expect(wakings).toBe(1);
    tick();
    expect(wakings).toBe(1);
  },
);

it.each([
  [9_999, 0],
  [10_000, 1],
])('watchWaking counts a page hidden for %i ms as %i wakings', (ms, expected) => {
  watch();
  tab.turn('hidden');
  sleep(ms);
  tab.turn('visible');
  tab.turn('visible');
  expect(wakings).toBe(expected);
});

it('watchWaking counts a page that is hidden from the start, and since it was hidden first', () => {
  tab.turn('hidden');
  watch();
  sleep(10_000);
  tab.turn('hidden');
  expect(wakings).toBe(0);
  tab.turn('visible');
  expect(wakings).toBe(1);
});

it('watchWaking counts a waking once, though the next tick comes late', () => {
  watch();
  tab.turn('hidden');
  sleep(60_000);
  tab.turn('visible');
  tick();
  expect(wakings).toBe(1);
});

it('watchWaking counts a page of the cache of pages, and no other that is shown', () => {
  watch();
  window.dispatchEvent(new Event('pageshow'));
  expect(wakings).toBe(0);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(wakings).toBe(1);
});

it('watchWaking counts nothing once it is stopped', () => {
  watch()();
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  tab.dispatchEvent(new Event('resume'));
  tab.turn('hidden');
  sleep(100_000);
  tab.turn('visible');
  tick();
  expect(wakings).toBe(0);
});
