// Makes rejected sign-ins one after the other, alternating between kinds, in its own process with
// the function's environment. Argument: the work, as JSON. Prints the milliseconds of each, by
// kind.
import { WrongAnswer } from '../lib/sameAnswer.ts';

/** The process's input. A login is the name of its kind and a number. */
export interface GuessOrder {
  kinds: string[];
  /** How many sign-ins of each kind count; one more is made before. */
  each: number;
  /** How many logins of a kind take turns. */
  logins: number;
}

const { kinds, each, logins }: GuessOrder = JSON.parse(process.argv[2] ?? '');
const { askHandler } = await import('./askHandler.ts');

const times: { [kind: string]: number[] } = Object.fromEntries(kinds.map((kind) => [kind, []]));
for (let round = -1; round < each; round += 1) {
  for (let turn = 0; turn < kinds.length; turn += 1) {
    const kind = kinds[(round + turn + kinds.length) % kinds.length] ?? '';
    const login = `${kind}${(round + 1) % logins}`;
    // No address gets throttled.
    const address = `198.51.${(round + 1) % 250}.${turn + 1}`;
    const begun = performance.now();
    const status = await askHandler(login, 'a wrong guess', address);
    const taken = performance.now() - begun;
    if (status !== 401) throw new WrongAnswer(`${login} got ${status}, expected 401`);
    // The first round opens the clients.
    if (round >= 0) times[kind]?.push(taken);
  }
}
console.log(JSON.stringify(times));
