/**
 * Remembers the values that were used last, as many as weigh `most` together: each counts 1 where
 * nothing else is said. What alone weighs more is not remembered.
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

  /** Undefined when the key is not, or no longer, known. */
  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    // A map keeps the order in which keys came: the first one is the one not used for longest.
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
