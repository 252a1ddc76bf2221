import { isDeepStrictEqual } from 'node:util';

/** Thrown if a side's answer is wrong: its speed does not count. */
export class WrongAnswer extends Error {}

/** Stops a bench whose sides answer differently; order counts in lists, not in objects. */
export function checkSameAnswer(path: string, ours: unknown, peer: unknown): void {
  if (isDeepStrictEqual(ours, peer)) return;
  throw new WrongAnswer(
    `${path}: the answers differ.\nours: ${shorten(ours)}\npeer: ${shorten(peer)}`,
  );
}

function shorten(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 1000);
}
