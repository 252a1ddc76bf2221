const underWay = new Map<string, Promise<unknown>>();

/** Begins a piece of work when all that was asked for before under the same key has ended, well or not. */
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

/** Whether nothing was asked for under this key that has not ended. */
export const isQuiet = (key: string): boolean => !underWay.has(key);
