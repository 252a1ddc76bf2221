import type { Belief, Status } from '../belief.ts';

const FEATURES = 'AWS: "JavaScript runtime features for resolvers and functions"';

type Piece = [id: string, name: string, given: object, expected: unknown, status?: Status];

/** Pieces of JavaScript whose result AppSync promises, or has of its own kind. */
const PIECES: Piece[] = [
  ['parse', 'parse', { a: '{"x":[1]}' }, { x: [1] }],
  ['parse-invalid', 'parse', { a: '{no' }, ''],
  ['stringify', 'stringify', { a: { x: [1, null] } }, '{"x":[1,null]}'],
  ['replace-java', 'replace', { a: 'a1b22', b: '\\d', c: '-' }, 'a-b22'],
  ['replace-all-java', 'replaceAll', { a: 'a1b22', b: '[0-9]+', c: '<$0>' }, 'a<1>b<22>'],
  ['split', 'split', { a: 'a,b', b: ',' }, ['a', 'b']],
  ['split-regex', 'split', { a: 'a1b', b: '[0-9]' }, ['a1b'], 'open'],
  ['sort', 'sort', { a: [3, 1, 2] }, [1, 2, 3]],
  ['sort-numbers', 'sort', { a: [10, 9, 1] }, [1, 10, 9], 'open'],
  ['spread-text', 'characters', { a: 'ab' }, ['aa', 'bb']],
  ['reduce', 'reduce', { a: [1, 2, 3] }, 6],
  ['power', 'power', { a: 2, b: 10 }, 1024],
  ['nullish', 'nullish', { a: {} }, 'none'],
  ['hasOwn', 'hasOwn', { a: { x: null } }, [true, false]],
  [
    'entries',
    'entries',
    { a: { x: 1 } },
    [
      ['x', 1],
      ['y', 2],
    ],
  ],
  ['for-in', 'keys', { a: { x: 1, y: 2 } }, ['x', 'y']],
  ['delete', 'remove', { a: { x: 1, y: 2 } }, { y: 2 }],
  ['numbers', 'numbers', { a: 2.5 }, [true, true, 3, 2, 3]],
  ['strings', 'strings', { a: ' abc' }, ['abc', ' ABC', 2, 'ab', true, 4]],
];

export const language: Belief[] = PIECES.map(
  ([id, name, given, expected, status = 'documented']) => ({
    id: `language.${id}`,
    says: `${name} of ${JSON.stringify(given)} is ${JSON.stringify(expected)}`,
    status,
    source: FEATURES,
    see: (to) => to.value('language', name, given),
    expected,
  }),
);
