import { expect, it } from 'vitest';
import { inTurn, isQuiet } from '../../../../web/src/lib/inTurn.ts';

it('inTurn runs the work of one key in sequence, even after a failure', async () => {
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const work =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async () => {
      done.push(`${name} begins`);
      await until;
      done.push(`${name} ends`);
    };
  const asked = [
    inTurn('a', work('first', first.promise)),
    inTurn('a', work('second')),
    inTurn('b', work('another')),
  ];
  await asked[2];
  expect(done).toEqual(['first begins', 'another begins', 'another ends']);
  expect(isQuiet('a')).toBe(false);
  first.reject(new Error('no connection'));
  await expect(asked[0]).rejects.toThrow('no connection');
  await asked[1];
  expect(done.slice(3)).toEqual(['second begins', 'second ends']);
  await Promise.resolve();
  expect(isQuiet('a')).toBe(true);
});
