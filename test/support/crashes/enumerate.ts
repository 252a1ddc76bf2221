import type { Outcome, ReleaseWorld } from './releaseWorld.ts';

/** When SES's Send event comes for a mail whose sender has died. */
export type EventTime = 'inside the lease' | 'after the lease' | 'never';

/** A schedule: the effects after which a process dies, and the outcome. */
export interface Schedule extends Outcome {
  first: number | null;
  second: number | null;
  crashes: number;
}

/**
 * Runs the release once for every place where it may die, and for each of these once more for every
 * place where the recovery may die. If the first crash leaves exactly the world of the one before,
 * since nothing was written in between, the recovery is not run again, unless `all`.
 */
export async function enumerate(
  world: ReleaseWorld,
  when: EventTime,
  { secondCrash = true, all = false } = {},
): Promise<{ schedules: Schedule[]; covered: number }> {
  const schedules: Schedule[] = [];
  await world.begin();
  world.effects.start(null);
  await world.release();
  const effects = world.effects.done.length;
  let covered = 0;
  let before = '';
  let following = 0;
  for (const first of [null, ...numbersTo(effects)]) {
    await world.begin();
    world.effects.start(first);
    await world.effects.survives(() => world.release());
    const now = await world.fingerprint();
    if (now !== before || all) {
      following = await follow(first);
      before = now;
    }
    covered += following;
  }
  return { schedules, covered };

  async function follow(first: number | null): Promise<number> {
    const restore = await world.keep('crash');
    const finish = async (second: number | null) => {
      world.effects.start(second);
      await settleDown(world, when);
      const { crashes } = world.effects;
      schedules.push({ first, second, crashes, ...(await world.outcome()) });
    };
    await finish(null);
    if (!secondCrash) return 1;
    const done = [...world.effects.done];
    const places = numbersTo(done.length);
    const different = places.filter((place) => place === 0 || done[place - 1]?.isLasting);
    for (const second of all ? places : different) {
      await restore();
      await finish(second);
    }
    return places.length + 1;
  }
}

/** Simulates the next minutes, with events, expired leases and further runs, until all is done. */
async function settleDown(world: ReleaseWorld, when: EventTime): Promise<void> {
  const { effects } = world;
  for (let quiet = false; !quiet; ) {
    if (when === 'inside the lease') await world.events();
    world.minutesPass(16);
    quiet = await effects.survives(async () => {
      while (await world.release());
    });
    if (when === 'after the lease') await world.events();
  }
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, number) => number);
}
