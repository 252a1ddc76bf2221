/** A reproducible random generator: equal seeds give equal sequences. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  chance(share: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  shuffle<T>(things: readonly T[]): T[];
}

/** The generator "mulberry32": 32 bits of state, good enough to vary test data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick(choices) {
      const [first] = choices;
      if (first === undefined) throw new Error('There is nothing to pick from');
      return choices[whole(0, choices.length - 1)] ?? first;
    },
    shuffle(things) {
      const keyed = things.map((thing) => ({ thing, key: next() }));
      return keyed.toSorted((a, b) => a.key - b.key).map(({ thing }) => thing);
    },
  };
}
