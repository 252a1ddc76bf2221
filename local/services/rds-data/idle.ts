/** Statements that go on after their caller was told of a timeout, by connection. */
const running = new WeakMap<object, Promise<unknown>>();

/** The connection is in use until `work` ends, whoever else waits for it. */
export function keepBusy(connection: object, work: Promise<unknown>): void {
  running.set(connection, work);
}

/** Calls `then` at once, or when the statement that goes on has ended. */
export function whenIdle(connection: object, then: () => void): void {
  const work = running.get(connection);
  running.delete(connection);
  if (work === undefined) then();
  // Its failure was the caller's to hear; here only the end counts.
  else work.then(then, then);
}
