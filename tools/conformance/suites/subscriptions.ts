import type { Belief, Status } from '../belief.ts';
import { type Listener, observeEvents } from '../observeEvents.ts';

const ENHANCED = 'AWS: "Defining enhanced subscription filters"';
const PLAIN = 'AWS: "Using subscriptions for real-time data"';

type Case = [
  id: string,
  says: string,
  listener: Omit<Listener, 'id'>,
  expected: string[] | 'refused',
  status?: Status,
];

const rule = (value: object, more: object = {}) => ({
  query:
    'subscription ($rule: AWSJSON!, $text: String) { onRule(rule: $rule, text: $text) { run key } }',
  variables: { rule: JSON.stringify(value), ...more },
});
const ruleAlone = (value: object) => ({
  query: 'subscription ($rule: AWSJSON!) { onRule(rule: $rule) { run key } }',
  variables: { rule: JSON.stringify(value) },
});
const groups = (...filterGroup: object[]) => ({
  query: 'subscription ($groups: AWSJSON!) { onGroups(groups: $groups) { run key } }',
  variables: { groups: JSON.stringify({ filterGroup }) },
});
const filter = (fieldName: string, operator: string, value: unknown) => ({
  fieldName,
  operator,
  value,
});
const plain = (args: string, declared = '', variables: object = {}) => ({
  query: `subscription ($run: ID!${declared}) { onPublish(run: $run${args}) { run key } }`,
  variables,
  byRun: true,
});

/**
 * Who hears which of these events (`observeEvents.ts`): apple (n 1, list a b, nested word deep),
 * banana (n 2, list b), apricot (n 3, list c), and nothing (no text, no n, no list).
 */
const ARGUMENTS: Case[] = [
  [
    'all',
    'a subscription without further arguments hears every event',
    plain(''),
    ['apple', 'banana', 'apricot', 'nothing'],
  ],
  ['equal', 'an argument lets through what equals it', plain(', text: "apple"'), ['apple']],
  ['and', 'all arguments must hold', plain(', text: "apple", n: 2'), []],
  ['null', 'an argument that is null lets through null', plain(', text: null'), ['nothing']],
  [
    'undeclared',
    'a declared variable without a value acts as null',
    plain(', text: $text', ', $text: String'),
    ['nothing'],
    'reported',
  ],
];

const RULES: Case[] = [
  ['eq', 'eq', ruleAlone({ text: { eq: 'apple' } }), ['apple']],
  ['ne', 'ne', ruleAlone({ n: { ne: 1 }, text: { beginsWith: '' } }), ['banana', 'apricot']],
  ['le', 'le', ruleAlone({ n: { le: 2 } }), ['apple', 'banana']],
  ['lt', 'lt', ruleAlone({ n: { lt: 2 } }), ['apple']],
  ['ge', 'ge', ruleAlone({ n: { ge: 2 } }), ['banana', 'apricot']],
  ['gt', 'gt', ruleAlone({ n: { gt: 2 } }), ['apricot']],
  ['contains', 'contains in a text', ruleAlone({ text: { contains: 'an' } }), ['banana']],
  [
    'contains-list',
    'contains in a list',
    ruleAlone({ list: { contains: 'b' } }),
    ['apple', 'banana'],
  ],
  [
    'not-contains',
    'notContains',
    ruleAlone({ n: { gt: 0 }, text: { notContains: 'an' } }),
    ['apple', 'apricot'],
  ],
  ['begins-with', 'beginsWith', ruleAlone({ text: { beginsWith: 'ap' } }), ['apple', 'apricot']],
  ['in', 'in', ruleAlone({ n: { in: [1, 3] } }), ['apple', 'apricot']],
  ['not-in', 'notIn', ruleAlone({ n: { notIn: [1, 3] }, text: { beginsWith: 'b' } }), ['banana']],
  [
    'between',
    'between, with both ends',
    ruleAlone({ n: { between: [2, 3] } }),
    ['banana', 'apricot'],
  ],
  [
    'contains-any',
    'containsAny',
    groups({ filters: [filter('list', 'containsAny', ['a', 'c'])] }),
    ['apple', 'apricot'],
  ],
  [
    'fields',
    'conditions on two fields must both hold',
    ruleAlone({ text: { beginsWith: 'ap' }, n: { gt: 1 } }),
    ['apricot'],
  ],
  [
    'one-field',
    'two conditions on one field are alternatives',
    ruleAlone({ n: { lt: 2, gt: 2 } }),
    ['apple', 'apricot'],
  ],
  ['or', 'or', ruleAlone({ or: [{ n: { eq: 1 } }, { n: { eq: 2 } }] }), ['apple', 'banana']],
  [
    'and-list',
    'and',
    ruleAlone({ and: [{ text: { beginsWith: 'ap' } }, { n: { lt: 3 } }] }),
    ['apple'],
  ],
  [
    'field-twice',
    'one group takes no two conditions on one field',
    groups({ filters: [filter('n', 'gt', 1), filter('n', 'lt', 3)] }),
    'refused',
    'reported',
  ],
  [
    'groups',
    'of several groups one must hold, within a group every filter',
    groups(
      { filters: [filter('text', 'eq', 'apple'), filter('n', 'eq', 1)] },
      { filters: [filter('text', 'eq', 'banana'), filter('n', 'eq', 1)] },
      { filters: [filter('n', 'eq', 3)] },
    ),
    ['apple', 'apricot'],
  ],
  [
    'path',
    'a dot reaches into a field',
    groups({ filters: [filter('nested.word', 'eq', 'deep')] }),
    ['apple'],
  ],
  [
    'replaces',
    'an enhanced filter replaces the filter by arguments',
    rule({ n: { eq: 1 } }, { text: 'banana' }),
    ['apple'],
  ],
  [
    'ne-null',
    'a field that is null is unequal to a value',
    ruleAlone({ text: { ne: 'apple' } }),
    ['banana', 'apricot', 'nothing'],
    'open',
  ],
  [
    'not-contains-null',
    'a field that is null contains nothing',
    ruleAlone({ text: { notContains: 'an' } }),
    ['apple', 'apricot', 'nothing'],
    'open',
  ],
  [
    'lte',
    'lte, as the documentation writes le',
    groups({ filters: [filter('n', 'lte', 2)] }),
    ['apple', 'banana'],
    'open',
  ],
  [
    'gte',
    'gte, as the documentation writes ge',
    groups({ filters: [filter('n', 'gte', 2)] }),
    ['banana', 'apricot'],
    'open',
  ],
  [
    'in-five',
    'in takes five values',
    ruleAlone({ n: { in: [1, 5, 6, 7, 8] } }),
    ['apple'],
    'reported',
  ],
  [
    'in-six',
    'in takes no six values',
    ruleAlone({ n: { in: [1, 2, 3, 4, 5, 6] } }),
    'refused',
    'reported',
  ],
  [
    'contains-any-many',
    'containsAny takes no 21 values',
    groups({
      filters: [
        filter(
          'list',
          'containsAny',
          Array.from({ length: 21 }, (_, n) => `v${n}`),
        ),
      ],
    }),
    'refused',
    'reported',
  ],
  [
    'operator',
    'an unknown operator is refused',
    groups({ filters: [filter('n', 'about', 2)] }),
    'refused',
    'open',
  ],
];

const cases = [
  ...ARGUMENTS.map((one) => ({ group: 'arguments', source: PLAIN, one })),
  ...RULES.map((one) => ({ group: 'filter', source: ENHANCED, one })),
];
const listeners: Listener[] = cases.map(({ group, one: [id, , listener] }) => ({
  ...listener,
  id: `${group}-${id}`,
}));
const observe = observeEvents(listeners);

export const subscriptions: Belief[] = cases.map(
  ({ group, source, one: [id, says, , expected, status = 'documented'] }) => ({
    id: `subscriptions.${group}-${id}`,
    says,
    status,
    source: status === 'documented' ? source : 'emulators and public issue threads',
    see: async (to) => (await observe(to)).get(`${group}-${id}`),
    expected,
  }),
);
