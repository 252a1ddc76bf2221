// Signs members in, or only checks their hash, this many at once, in its own process with the
// function's environment. Argument: the work, as JSON. Prints how many were done per second of this
// process's CPU time.
import { readHash } from '../../../services/auth/password/readHash.ts';
import { WrongAnswer } from '../lib/sameAnswer.ts';

/** The process's input. */
export interface RateOrder {
  work: 'sign-in' | 'hash';
  /** How many sign in at once. */
  lanes: number;
  /** They take turns. */
  members: { login: string; password: string }[];
  stored: string;
  seconds: number;
}

const order: RateOrder = JSON.parse(process.argv[2] ?? '');
const { askHandler } = await import('./askHandler.ts');

const once = {
  'sign-in': async ({ login, password }: { login: string; password: string }) => {
    const status = await askHandler(login, password, '203.0.113.7');
    if (status !== 200) throw new WrongAnswer(`${login} got ${status}, expected 200`);
  },
  hash: async ({ password }: { password: string }) => {
    const hash = readHash(order.stored);
    if (hash.kind !== 'checkable' || !(await hash.check(password))) {
      throw new WrongAnswer(`${order.stored} does not let in`);
    }
  },
}[order.work];

// Warm-up: opens clients and compiles code.
for (const member of order.members.slice(0, order.lanes)) await once(member);
const before = process.cpuUsage();
const end = performance.now() + order.seconds * 1000;
let done = 0;
let turn = 0;
await Promise.all(
  Array.from({ length: order.lanes }, async () => {
    while (performance.now() < end) {
      const member = order.members[turn++ % order.members.length];
      if (member === undefined) throw new Error('There are no members');
      await once(member);
      done += 1;
    }
  }),
);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify(done / ((user + system) / 1e6)));
