import { sized } from '../lib/smallest.ts';

const inFlight = 16;
const seconds = sized(2, 0.2);

/** Calls per second with sixteen of them in flight. */
export function rate(call: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    let done = 0;
    const begun = performance.now();
    const end = begun + seconds * 1000;
    const worker = async () => {
      while (performance.now() < end) {
        await call();
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return (done * 1000) / (performance.now() - begun);
  };
}
