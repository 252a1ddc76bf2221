import type { GraphqlAnswer } from '../../../support/graphql.ts';
import { askAs, isDenial, type Prove } from './askers.ts';
import { FIELDS, select, split } from './fields.ts';
import type { Fill } from './fixtures.ts';
import { WAYS } from './ways.ts';

/** How many requests are under way at once. */
const AT_ONCE = 6;

/** The fields that somebody is answered over HTTP, by whichever way leads to them. */
export async function observeHttp(prove: Prove, url: string, fill: Fill): Promise<Set<string>> {
  const answered = new Set<string>();
  const waiting = FIELDS.filter((name) => !name.startsWith('Subscription.'));
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (await isAnswered(name, prove, url, fill)) answered.add(name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answered;
}

async function isAnswered(name: string, prove: Prove, url: string, fill: Fill): Promise<boolean> {
  const [typeName] = split(name);
  const ways = WAYS[typeName];
  if (ways === undefined) throw new Error(`no way leads to ${typeName} in this test`);
  for (const way of ways) {
    const document = fill(way.replace('…', `probed: ${select(name)}`));
    if (hasAnswer(await askAs(prove, url, document), document)) return true;
  }
  return false;
}

/** An error that says no more than "not you" is an answer; any other is a fault of this test. */
function hasAnswer({ data, errors = [] }: GraphqlAnswer<unknown>, document: string): boolean {
  if (errors.some(isDenial)) return false;
  if (errors.length > 0) throw new Error(`${document}: ${JSON.stringify(errors)}`);
  return JSON.stringify(data).includes('"probed"');
}
