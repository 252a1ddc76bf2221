/** The time limit of one request ("AWS AppSync endpoints and quotas"). */
export const EXECUTION_MS = 30_000;

/** The time limit of one request, starting now. */
export class Deadline {
  readonly #milliseconds: number;
  readonly #until: number;
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#until = performance.now() + milliseconds;
  }

  hasPassed(): boolean {
    return performance.now() >= this.#until;
  }

  /**
   * Settles as `work` does, or resolves with `late` on timeout; `work` may then still be running.
   */
  within<T>(work: Promise<T>, late: T): Promise<T> {
    this.#timer ??= setTimeout(() => this.#expire(), this.#milliseconds).unref();
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(late);
      this.#waiting.add(giveUp);
      work.then(resolve, reject).finally(() => this.#waiting.delete(giveUp));
    });
  }

  /** Clears the timer after the request has been answered. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #expire(): void {
    for (const giveUp of this.#waiting) giveUp();
  }
}
