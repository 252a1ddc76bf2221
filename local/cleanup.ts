/** What was started, to be stopped in the opposite order. */
export interface Cleanup {
  add(name: string, stop: () => Promise<void> | void): void;
  /** Stops all that was added since the last run, even when one of them fails; then throws the first failure. */
  run(): Promise<void>;
}

export function createCleanup(): Cleanup {
  const started: { name: string; stop: () => Promise<void> | void }[] = [];
  return {
    add: (name, stop) => {
      started.push({ name, stop });
    },
    async run() {
      const failures: Error[] = [];
      for (let next = started.pop(); next !== undefined; next = started.pop()) {
        try {
          await next.stop();
        } catch (error) {
          failures.push(new Error(`${next.name} did not stop: ${error}`, { cause: error }));
        }
      }
      if (failures[0] !== undefined) throw failures[0];
    },
  };
}
