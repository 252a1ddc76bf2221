/**
 * What comes of `work`; null where the database took its statement back, since it and another waited for
 * each other (error 1213). Nothing of it was done, so it may be done again.
 */
export async function unlessDeadlocked<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && /Error code: 1213\b/.test(error.message)) return null;
    throw error;
  }
}
