// Makes sign-ins that are refused, one after the other and in turns, in a process of its own whose
// environment is that of the function. Argument: the work, as JSON. Prints
// the milliseconds of each, by kind.
import { WrongAnswer } from '../lib/sameAnswer.ts';

/** What this process is told. A login is the name of its kind and a number. */
export interface GuessOrder {
  kinds: string[];
  /** How many sign-ins of each kind count; one more is made before. */
  each: number;
  /** How many logins a kind has, which take turns. */
  logins: number;
}

const { kinds, each, logins }: GuessOrder = JSON.parse(process.argv[2] ?? '');
const { askHandler } = await import('./askHandler.ts');

const times: { [kind: string]: number[] } = Object.fromEntries(kinds.map((kind) => [kind, []]));
for (let round = -1; round < each; round += 1) {
  for (let turn = 0; turn < kinds.length; turn += 1) {
    const kind = kinds[(round + turn + kinds.length) % kinds.length] ?? '';
    const login = `${kind}${(round + 1) % logins}`;
    // No address is asked to wait.
    const address = `198.51.${(round + 1) % 250}.${turn + 1}`;
    const begun = performance.now();
    const status = await askHandler(login, 'a wrong guess', address);
    const taken = performance.now() - begun;
    if (status !== 401) throw new WrongAnswer(`${login} got ${status}, expected 401`);
    // The first opens the clients.
    if (round >= 0) times[kind]?.push(taken);
  }
}
console.log(JSON.stringify(times));
