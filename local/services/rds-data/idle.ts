/** Statements still running after their caller was told of a timeout, by connection. */
const running = new WeakMap<object, Promise<unknown>>();

/** Marks the connection as busy until `work` ends. */
export function keepBusy(connection: object, work: Promise<unknown>): void {
  running.set(connection, work);
}

/** Calls `then` immediately, or when the connection's running statement has ended. */
export function whenIdle(connection: object, then: () => void): void {
  const work = running.get(connection);
  running.delete(connection);
  if (work === undefined) then();
  // The caller was told of any failure; only the end matters here.
  else work.then(then, then);
}
