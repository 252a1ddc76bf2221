import type { Context } from '@aws-appsync/utils';

/** One request as a test describes it; the rest is as for a stranger with an API key. */
export interface Asked {
  args?: object;
  /** The caller's identity in AppSync's form; null for an API key. */
  identity?: object | null;
  /** The selection as AppSync lists it, `edges/node/title`; everything if omitted. */
  selected?: string[];
  /** The selection as written; without aliases and fragments if omitted. */
  written?: string;
  /** The requested field: `Series.subscription`. */
  field?: string;
  /** The parent of the field. */
  source?: object;
  /** The stash as earlier steps of the pipeline filled it. */
  stash?: object;
  result?: string;
  error?: { message: string; type: string };
}

export const aMember = { sub: '7', issuer: 'https://shinkan.example', claims: { name: '花' } };
export const anOperator = { ...aMember, claims: { name: '店長', operator: true } };
export const aWorkflow = { accountId: '000000000000', userArn: 'arn:aws:sts::000000000000:x' };

/** A context as AppSync passes it to a resolver, which declares its own arguments. */
// biome-ignore lint/suspicious/noExplicitAny: each resolver takes arguments of its own
export function asked(request: Asked): Context<any> {
  const { args = {}, identity = null, selected, written, field = '', ...rest } = request;
  const [parentTypeName, fieldName] = field.split('.');
  return {
    args,
    arguments: args,
    identity,
    stash: {},
    info: {
      parentTypeName,
      fieldName,
      selectionSetList: selected ?? [],
      // An alias makes every column needed.
      selectionSetGraphQL: written ?? (selected ? '{ }' : '{ alias: field }'),
    },
    ...rest,
    // The parts of a context that none of our resolvers reads are omitted.
  } as unknown as Context;
}

/**
 * A result in AppSync's form: one list of rows per statement, null for a statement without rows.
 */
export function answered(...statements: (object[] | null)[]): string {
  return JSON.stringify({ sqlStatementResults: statements.map(toStatement) });
}

function toStatement(rows: object[] | null) {
  if (rows === null) return { numberOfRecordsUpdated: 1 };
  const labels = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    columnMetadata: labels.map((label) => ({ label })),
    records: rows.map((row) =>
      labels.map((label) => toField((row as Record<string, unknown>)[label])),
    ),
  };
}

function toField(value: unknown) {
  if (value === null || value === undefined) return { isNull: true };
  if (typeof value === 'number') return { longValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  return { stringValue: String(value) };
}

/** A row of `book` with everything set. */
export const aBookRow = {
  id: 'isbn-9784062748681',
  isbn: '9784062748681',
  title: '雪国の灯',
  subtitle: null,
  contributors: JSON.stringify([{ name: '山田 花', role: 'AUTHOR', roleText: '著' }]),
  series: '[]',
  price: 1500,
  price_with_tax: null,
  tax_rate: null,
  release_earliest: '2026-12-05',
  release_latest: '2026-12-05',
  release_precision: 'DAY',
  release_text: '2026年12月5日',
  place_order: '2026120520261205',
  status: 'UPCOMING',
  created_at: '2026-11-24 07:00:00.123456',
  on_sale_at: null,
};
