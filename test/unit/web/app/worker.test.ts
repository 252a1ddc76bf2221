import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';

const SOURCE = readFileSync(
  new URL('../../../../web/src/app/offline/sw.js', import.meta.url),
  'utf8',
);
const ORIGIN = 'https://books.example';

/** Clicks a notification of the worker while these pages are open. Returns what happened. */
async function press(address: unknown, ...open: string[]) {
  const handlers = new Map<string, (event: object) => void>();
  const pages = open.map((path) => ({
    url: ORIGIN + path,
    postMessage: vi.fn(),
    focus: vi.fn(async () => {}),
  }));
  const openWindow = vi.fn(async () => {});
  runInNewContext(SOURCE, {
    self: {
      addEventListener: (name: string, handler: (event: object) => void) =>
        handlers.set(name, handler),
      location: { origin: ORIGIN },
      clients: { matchAll: async () => pages, openWindow },
    },
    URL,
    console,
  });
  const close = vi.fn();
  let done: Promise<void> | undefined;
  handlers.get('notificationclick')?.({
    notification: { close, data: { address } },
    waitUntil: (until: Promise<void>) => {
      done = until;
    },
  });
  await done;
  expect(close).toHaveBeenCalled();
  return {
    opened: openWindow.mock.calls.flat(),
    led: pages.map(({ postMessage }) => postMessage.mock.calls.flat()),
    focused: pages.map(({ focus }) => focus.mock.calls.length),
  };
}

it('a clicked notification navigates the most recently used page of the site', async () => {
  expect(await press('/books/b1', '/mail/stop', '/my', '/')).toEqual({
    opened: [],
    led: [[], [{ follow: '/books/b1' }], []],
    focused: [0, 1, 0],
  });
});

it('a clicked notification opens a page if none of the site is open', async () => {
  expect((await press('/books/b1')).opened).toEqual(['/books/b1']);
  expect((await press('/books/b1', '/auth/token')).opened).toEqual(['/books/b1']);
});

it.each(['https://elsewhere.example/', '//elsewhere.example/', 'javascript:alert(1)'])(
  'a clicked notification never leaves the site: %s',
  async (address) => {
    expect(await press(address)).toMatchObject({ opened: [] });
    expect(await press(address, '/my')).toMatchObject({ led: [[]] });
  },
);
