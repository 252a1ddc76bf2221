/**
 * Returns the result of `work`; null if the database rolled its statement back because of a
 * deadlock (error 1213). Nothing of it was done, so it can be retried.
 */
export async function unlessDeadlocked<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && /Error code: 1213\b/.test(error.message)) return null;
    throw error;
  }
}
