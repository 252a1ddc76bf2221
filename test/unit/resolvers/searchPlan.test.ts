import { expect, it } from 'vitest';
import { choosePlan, measure } from '../../../resolvers/lib/searchPlan.ts';

const rare = { gram: 1, first_rank: 5 };
const seldom = { gram: 2, first_rank: 5, reach: 900 };
const lessSeldom = { gram: 3, first_rank: 5, reach: 90 };
const frequent = { gram: 4, first_rank: 5, reach: 8, far: 70 };
const moreFrequent = { gram: 5, first_rank: 5, reach: 6, far: 20 };

it.each([
  ['by what has the fewest', [frequent, seldom, rare], { by: 'gram', gram: 1, few: true }],
  ['of several few by the fewest', [lessSeldom, seldom], { by: 'gram', gram: 2, few: true }],
  ['by few sooner than by many', [frequent, lessSeldom], { by: 'gram', gram: 3, few: true }],
  ['of many by the fewest', [moreFrequent, frequent], { by: 'gram', gram: 4, few: false }],
  ['by nothing, where a piece has none', [seldom, { gram: 6 }], { by: 'nothing' }],
  ['by nothing, where nothing was measured', [], { by: 'nothing' }],
])('books are found %s', (_, measured, plan) => {
  expect(choosePlan(measured)).toEqual(plan);
});

// Walking the list ends soon where one frequent piece is looked for, and never where two do not meet.
it.each([
  [['雪国'], false, 3_000],
  [['雪国の'], false, 30_000],
  [['雪国', '町'], false, 3_000],
  [['雪国', '便り'], false, 30_000],
  [['雪国', '便り'], true, 3_000],
])('of %j, by release: %s, more than %i postings are many', (words, isByRelease, few) => {
  expect(measure(words, isByRelease).statements.join()).toContain(`offset ${few}) as far`);
});
