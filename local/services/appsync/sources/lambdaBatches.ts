import type { Json } from '../../../lib/resource.ts';

interface Item {
  payload: Json;
  resolve(result: Json): void;
  reject(fault: unknown): void;
}

type Send = (payloads: Json[]) => Promise<Json>;

/** The calls of one request that go to their function together. */
export class LambdaBatches {
  readonly #waiting = new Map<string, Item[]>();

  /**
   * Collects up to `size` calls with the same `key` in this turn of the event loop; returns this
   * call's own element of the function's answer.
   */
  add(key: string, size: number, payload: Json, send: Send): Promise<Json> {
    return new Promise((resolve, reject) => {
      const items = this.#waiting.get(key) ?? this.#open(key, send);
      items.push({ payload, resolve, reject });
      if (items.length >= size) this.#close(key, items, send);
    });
  }

  #open(key: string, send: Send): Item[] {
    const items: Item[] = [];
    this.#waiting.set(key, items);
    setImmediate(() => this.#close(key, items, send));
    return items;
  }

  #close(key: string, items: Item[], send: Send): void {
    if (this.#waiting.get(key) !== items) return;
    this.#waiting.delete(key);
    deliver(items, send).catch((fault: unknown) => {
      for (const { reject } of items) reject(fault);
    });
  }
}

async function deliver(items: Item[], send: Send): Promise<void> {
  const answer = await send(items.map(({ payload }) => payload));
  if (!Array.isArray(answer) || answer.length !== items.length) {
    const seen = Array.isArray(answer) ? `a list of ${answer.length}` : JSON.stringify(answer);
    throw new Error(`the function answered ${seen} to a batch of ${items.length}`);
  }
  items.forEach(({ resolve }, index) => {
    resolve(answer[index] ?? null);
  });
}
