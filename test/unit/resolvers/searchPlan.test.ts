import { expect, it } from 'vitest';
import { choosePlan, measure } from '../../../resolvers/lib/search/searchPlan.ts';

const rare = { gram: 1, word: 0, first_rank: 5 };
const seldom = { gram: 2, word: 0, first_rank: 5, reach: 900 };
const lessSeldom = { gram: 3, word: 0, first_rank: 5, reach: 90 };
const frequent = { gram: 4, word: 0, first_rank: 5, reach: 8, far: 70 };
const moreFrequent = { gram: 5, word: 0, first_rank: 5, reach: 9, far: 20 };
const many = { letter: 7 };
const some = { letter: 8, total: 900 };
const fewer = { letter: 9, total: 40 };
const ofAnotherWord = { gram: 6, word: 1, first_rank: 5, reach: 6, far: 10 };

it.each([
  ['by very few alone', [frequent, seldom, rare], { by: 'gram', gram: 1, few: true }],
  [
    'of several few by the fewest',
    [lessSeldom, seldom],
    { by: 'gram', gram: 2, and: 3, few: true },
  ],
  ['by few and many', [frequent, lessSeldom], { by: 'gram', gram: 3, and: 4, few: true }],
  [
    'of many by the fewest',
    [moreFrequent, frequent],
    { by: 'gram', gram: 4, and: 5, few: false, far: 70 },
  ],
  [
    'by pieces of two words',
    [moreFrequent, frequent, ofAnotherWord],
    { by: 'gram', gram: 4, and: 6, few: false, far: 70 },
  ],
  ['by one piece, where there is one', [frequent], { by: 'gram', gram: 4, few: false, far: 70 }],
  ['by the rarer of two characters', [many, some, fewer], { by: 'letter', letter: 9, few: true }],
  ['by one of many', [many, { ...many, letter: 11 }], { by: 'letter', letter: 7, few: false }],
  ['by nothing, where a character has none', [some, { letter: 11, total: 0 }], { by: 'nothing' }],
  ['by nothing, where a piece has none', [seldom, { gram: 6, word: 0 }], { by: 'nothing' }],
  ['by nothing, where nothing was measured', [], { by: 'nothing' }],
])('the search plan: books are found %s', (_, measured, plan) => {
  expect(choosePlan(measured)).toEqual(plan);
});

// Walking the list ends soon for one frequent piece, but only at its end for two that never occur
// together.
it.each([
  [['雪国'], false, 3_000],
  [['雪国の'], false, 30_000],
  [['雪国', '町'], false, 30_000],
  [['雪国', '便り'], false, 30_000],
  [['雪国', '便り'], true, 3_000],
  [['雪'], false, 3_000],
  [['雪'], true, 10_000],
  [['雪', '町'], false, 30_000],
  [['雪', '町'], true, 30_000],
])(
  'the search plan of %j, by release: %s, treats more than %i postings as many',
  (words, isByRelease, few) => {
    const statement = measure(words, isByRelease).statements.join();
    expect(statement).toMatch(
      new RegExp(`offset ${few}\\) as far|limit ${few + 1}\\) some\\) as total`),
    );
  },
);
