const underWay = new Map<string, Promise<unknown>>();

/**
 * Runs the work after all earlier work with the same key has ended, whether it succeeded or failed.
 */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  underWay.set(key, mine);
  const end = () => {
    if (underWay.get(key) === mine) underWay.delete(key);
  };
  mine.then(end, end);
  return mine;
}

/** Whether no work with this key is pending. */
export const isQuiet = (key: string): boolean => !underWay.has(key);
