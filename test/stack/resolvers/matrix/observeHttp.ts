import type { GraphqlAnswer } from '../../../../tools/testing/graphql.ts';
import { inLanes } from '../../../support/inLanes.ts';
import { askAs, isDenial, type Met, type Prove } from './askers.ts';
import { FIELDS, select, split } from './fields.ts';
import type { Fill } from './fixtures.ts';
import { WAYS } from './ways.ts';

/** The number of concurrent requests. */
const AT_ONCE = 6;

/** The results of a caller's queries for each field, by whichever way leads there. */
export async function observeHttp(
  prove: Prove,
  url: string,
  fill: Fill,
): Promise<Map<string, Met>> {
  const asked = FIELDS.filter((name) => !name.startsWith('Subscription.'));
  const met = await inLanes(AT_ONCE, asked, async (name): Promise<[string, Met][]> => {
    const how = await meet(name, prove, url, fill);
    return how === null ? [] : [[name, how]];
  });
  return new Map(met.flat());
}

/** Null if the field is denied, or no way leads there. */
async function meet(name: string, prove: Prove, url: string, fill: Fill): Promise<Met | null> {
  const [typeName] = split(name);
  const ways = WAYS[typeName];
  if (ways === undefined) throw new Error(`no way leads to ${typeName} in this test`);
  let best: Met | null = null;
  for (const way of ways) {
    const document = fill(way.replace('…', `probed: ${select(name)}`));
    let answer = await askAs(prove, url, document);
    // A concurrent statement's locks may end a query, so retry it.
    for (let again = 0; again < 3 && isUnavailable(answer); again += 1) {
      answer = await askAs(prove, url, document);
    }
    const how = judge(answer, document);
    if (how === 'answered') return how;
    best = how ?? best;
  }
  return best;
}

function isUnavailable({ errors = [] }: GraphqlAnswer<unknown>): boolean {
  return errors.some(({ errorType }) => errorType === 'Unavailable');
}

/** An error that only denies access is an answer; any other is a fault of this test. */
function judge({ data, errors = [] }: GraphqlAnswer<unknown>, document: string): Met | null {
  const other = errors.filter((error) => !isDenial(error));
  if (other.length > 0) throw new Error(`${document}: ${JSON.stringify(other)}`);
  const ofField = errors.filter(({ path }) => path?.includes('probed'));
  if (ofField.some(({ errorType }) => errorType === 'NotAnOperator')) return 'NotAnOperator';
  return errors.length === 0 && JSON.stringify(data).includes('"probed"') ? 'answered' : null;
}
