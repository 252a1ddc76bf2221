/**
 * An LRU cache with a total weight of at most `most`; an entry weighs 1 by default. An entry that
 * weighs more than `most` alone is not cached.
 */
export class BoundedCache<Value> {
  readonly #most: number;
  readonly #weigh: (key: string) => number;
  readonly #values = new Map<string, Value>();
  #weight = 0;

  constructor(most: number, weigh: (key: string) => number = () => 1) {
    this.#most = most;
    this.#weigh = weigh;
  }

  /** Returns undefined if the key is not, or no longer, cached. */
  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    // A Map keeps insertion order: the first key is the least recently used.
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    const weight = this.#weigh(key);
    if (weight > this.#most) return;
    this.#values.set(key, value);
    this.#weight += weight;
    for (const oldest of this.#values.keys()) {
      if (this.#weight <= this.#most) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#weight -= this.#weigh(key);
  }
}
