/** The started services, to be stopped in reverse order. */
export interface Cleanup {
  add(name: string, stop: () => Promise<void> | void): void;
  /**
   * Stops everything added since the last run, even if a service fails to stop; then throws the
   * first failure. A run requested during another begins after it.
   */
  run(): Promise<void>;
}

export function createCleanup(): Cleanup {
  const started: { name: string; stop: () => Promise<void> | void }[] = [];
  let previous: Promise<void> = Promise.resolve();
  return {
    add: (name, stop) => {
      started.push({ name, stop });
    },
    run() {
      previous = previous.then(stopAll, stopAll);
      return previous;
    },
  };

  async function stopAll(): Promise<void> {
    const failures: Error[] = [];
    for (let next = started.pop(); next !== undefined; next = started.pop()) {
      try {
        await next.stop();
      } catch (error) {
        failures.push(new Error(`${next.name} did not stop: ${error}`, { cause: error }));
      }
    }
    if (failures[0] !== undefined) throw failures[0];
  }
}
