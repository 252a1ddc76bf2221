import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf } from '../../support/shelf.ts';

const FACETS = `query ($from: AWSDate, $first: Int) {
  upcomingBookFacets(from: $from, first: $first) {
    publishers { value count } labels { value count } forms { value count }
  }
}`;

interface Facet {
  value: string;
  count: number;
}
interface Facets {
  upcomingBookFacets: { publishers: Facet[]; labels: Facet[]; forms: Facet[] };
}

async function facets(variables: object): Promise<Facets['upcomingBookFacets']> {
  const { data, errors } = await ask<Facets>(testStack(), FACETS, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.upcomingBookFacets;
}

it('upcomingBookFacets counts upcoming books by each value exactly as written', async () => {
  const shelf = openShelf(openStackDatabase(testStack()));
  const mark = randomUUID();
  const [form, hiragana, katakana] = [`判${mark}`, `あかつき${mark}`, `アカツキ${mark}`];
  // So far ahead that hardly any books of other tests are counted.
  const far = { earliest: '2190-01-01', latest: '2190-01-01', form };
  await shelf.add({ ...far, label: hiragana });
  await shelf.add({ ...far, label: katakana, status: 'UNCONFIRMED' });
  await shelf.add({ ...far, label: hiragana, status: 'UNCONFIRMED' });
  await shelf.add({ ...far, status: 'ON_SALE' });
  await shelf.add({ ...far, earliest: '2189-12-31', latest: '2189-12-31' });
  const found = await facets({ from: '2190-01-01', first: 500 });
  expect(found.publishers).toContainEqual({ value: shelf.publisher, count: 3 });
  expect(found.forms).toContainEqual({ value: form, count: 3 });
  expect(found.labels.filter(({ value }) => value.endsWith(mark))).toEqual([
    { value: hiragana, count: 2 },
    { value: katakana, count: 1 },
  ]);
});

it('upcomingBookFacets returns the most frequent values first, up to the requested number of each', async () => {
  const { publishers, labels, forms } = await facets({ first: 2 });
  for (const found of [publishers, labels, forms]) {
    expect(found).not.toEqual([]);
    expect(found.length).toBeLessThanOrEqual(2);
    const counts = found.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  }
});
