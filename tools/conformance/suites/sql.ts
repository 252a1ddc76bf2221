import type { Belief, Status } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const RECORDED = 'the snapshots of appsync-utils by LocalStack, recorded with EvaluateCode';

type Statement = [name: string, says: string, expected: unknown, status?: Status];

const request = (statements: string[], variables: object = {}, hints: object = {}) => ({
  statements,
  variableMap: variables,
  variableTypeHintMap: hints,
});

const STATEMENTS: Statement[] = [
  [
    'variables',
    'one count of variables runs over both statements, and null is written out',
    request(['insert into t values (:P0, NULL)', 'select :P1'], { ':P0': 'a', ':P1': 2 }),
  ],
  [
    'select',
    'names stand in back-ticks and are split at dots, directions are written out, limits are bound',
    request(
      [
        'SELECT `id`, `b`.`title` FROM `book` WHERE (`title` = :P0) OR (`id` > :P1) ORDER BY `title` ASC, `id` DESC LIMIT :P2 OFFSET :P3',
      ],
      { ':P0': 'Snow', ':P1': 10, ':P2': 10, ':P3': 1 },
    ),
  ],
  [
    'groups',
    'branches of a group stand in parentheses, a group at the top does not',
    request(
      [
        'SELECT * FROM `t` WHERE (`a` = :P0) AND (`b` = :P1) AND (`c` = :P2) OR (`c` = :P3) AND `d` = :P4',
      ],
      { ':P0': 1, ':P1': 2, ':P2': 3, ':P3': 4, ':P4': 5 },
    ),
  ],
  [
    'texts',
    'contains and beginsWith bind their value with wildcards, notContains without',
    request(['SELECT * FROM `t` WHERE `a` LIKE :P0 AND `b` LIKE :P1 AND `c` NOT LIKE :P2'], {
      ':P0': '%v%',
      ':P1': 'v%',
      ':P2': 'v',
    }),
  ],
  [
    'operators',
    'ne, size, attributeExists and between become SQL',
    request(
      [
        'SELECT * FROM `t` WHERE `a` != :P0 AND LENGTH (`b`) > :P1 AND `c` IS NOT NULL AND `d` IS NULL AND `e` BETWEEN :P2 AND :P3',
      ],
      { ':P0': 1, ':P1': 1, ':P2': 1, ':P3': 2 },
    ),
  ],
  ['empty', 'an empty condition is no condition: every row', request(['SELECT * FROM `t`'])],
  [
    'alias',
    'an alias stands behind its table, and a star of a table in back-ticks',
    request(['SELECT *, `b`.`*` FROM `book` as `b`']),
  ],
  [
    'insert',
    'insert binds its values, and writes null out',
    request(['INSERT INTO `book` (`title`, `price`) VALUES (:P0, NULL)'], { ':P0': 'a' }),
  ],
  [
    'update',
    'update binds its values before its condition',
    request(['UPDATE `book` SET `title` = :P0 WHERE `id` = :P1'], { ':P0': 'a', ':P1': 1 }),
  ],
  [
    'updateAll',
    'update with an empty condition changes every row',
    request(['UPDATE `book` SET `title` = :P0'], { ':P0': 'a' }),
  ],
  ['remove', 'remove deletes', request(['DELETE FROM `book` WHERE `id` = :P0'], { ':P0': 1 })],
  [
    'hint',
    'a hint passes its value unchanged',
    request(['select :P0'], { ':P0': '2023-02-01T00:00:00.000Z' }, { ':P0': 'TIMESTAMP' }),
  ],
  ['in', 'there is no operator in', { error: 'Unsupported condition a.in.' }],
  ['eqNull', 'eq takes no null', { error: "Value for a.eq can't be null." }],
  ['returning', 'MySQL has no returning', { error: 'returning is not supported in MySQL.' }],
];

/** Their text is not known: what is expected is how the local stack refuses them. */
const UNKNOWN: Statement[] = [
  ['not', 'not is refused by name', { error: /not/ }, 'open'],
  ['join', 'a join is refused by name', { error: /[jJ]oin/ }, 'open'],
];

/** What a statement becomes, or the words of its refusal. */
async function build(to: ConformanceTarget, name: string): Promise<unknown> {
  const { data, errors } = await to.ask('query ($name: String!) { sql(name: $name) }', { name });
  return errors?.[0] === undefined ? JSON.parse(data.sql) : { error: errors[0].message };
}

/** What `toJsonObject` makes of the text of a result. */
const rows = (text: string) => async (to: ConformanceTarget) => {
  const { data, errors } = await to.ask('query ($text: String!) { rows(text: $text) }', { text });
  return errors?.[0] === undefined
    ? ((JSON.parse(data.rows) as { value?: unknown }).value ?? null)
    : { error: errors[0].message };
};

const result = (...sqlStatementResults: object[]) => JSON.stringify({ sqlStatementResults });

export const sql: Belief[] = [
  ...[...STATEMENTS, ...UNKNOWN].map(
    ([name, says, expected, status = 'recorded']): Belief => ({
      id: `sql.${name}`,
      says,
      status,
      source: status === 'open' ? 'not known' : RECORDED,
      see: (to) => build(to, name),
      expected,
    }),
  ),
  {
    id: 'sql.rows',
    says: 'toJsonObject prefers labels, and leaves out columns that are null',
    status: 'recorded',
    source: RECORDED,
    see: rows(
      result({
        records: [
          [{ stringValue: 'a' }, { isNull: true }, { longValue: 1 }, { booleanValue: false }],
        ],
        columnMetadata: [
          { name: 'x', label: 'y' },
          { name: 'gone' },
          { name: 'n' },
          { name: 'no' },
        ],
      }),
    ),
    expected: [[{ y: 'a', n: 1, no: false }]],
  },
  {
    id: 'sql.rows-none',
    says: 'toJsonObject gives one empty row for a statement without records, and a list per statement',
    status: 'recorded',
    source: RECORDED,
    see: rows(result({ numberOfRecordsUpdated: 1 }, { records: [] })),
    expected: [[{}], []],
  },
  {
    id: 'sql.rows-invalid',
    says: 'toJsonObject of a text that is no result is null',
    status: 'reported',
    source: 'public issue threads',
    see: rows('no result'),
    expected: null,
  },
];
