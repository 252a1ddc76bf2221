import type { Page } from 'playwright-core';

/** Everything that a page's scripts could read again later, by where it is stored. */
export interface Kept {
  [place: string]: string;
}

/** Reads everything that this page stores, shows or says about itself, as its own scripts would. */
export function everythingKept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const request = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    async function readDatabases(): Promise<unknown[]> {
      const found = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await request(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          found.push([name, store, await request(all)]);
        }
        database.close();
      }
      return found;
    }
    async function readCaches(): Promise<unknown[]> {
      const found = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          found.push([name, url, await (await cache.match(url))?.text()]);
        }
      }
      return found;
    }
    const workers = await navigator.serviceWorker.getRegistrations();
    const text = (value: unknown) => JSON.stringify(value) ?? '';
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return {
      localStorage: text({ ...localStorage }),
      sessionStorage: text({ ...sessionStorage }),
      indexedDB: text(await readDatabases()),
      caches: text(await readCaches()),
      cookies: document.cookie,
      history: text(history.state),
      address: location.href,
      window: text([
        window.name,
        Object.keys(window).map((key) =>
          typeof Reflect.get(window, key) === 'string' ? Reflect.get(window, key) : '',
        ),
      ]),
      requests: text(performance.getEntries().map(({ name }) => name)),
      workers: text(workers.map(({ scope }) => scope)),
      markup: document.documentElement.outerHTML,
      fields: text(fields),
    };
  });
}
