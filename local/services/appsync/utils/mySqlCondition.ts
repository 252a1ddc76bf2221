import { notEmulated, ResolverError } from './errors.ts';
import { quoteName, type StatementWriter } from './mySqlStatement.ts';

type Condition = Record<string, unknown>;

const COMPARISONS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/**
 * The text of a `where` object. Branches of `and` and `or` stand in parentheses and a group as a
 * whole does not, so `{ and: [a, b], or: [c, d] }` means what SQL's precedence makes of it. That is
 * how AppSync was recorded.
 */
export function writeCondition(condition: Condition, writer: StatementWriter): string {
  return Object.entries(condition)
    .map(([key, value]) => {
      if (key === 'not') throw notEmulated('"not" in a where of the rds helpers');
      if (key !== 'and' && key !== 'or') return writeField(key, value as Condition, writer);
      return (value as Condition[])
        .map((branch) => `(${writeCondition(branch, writer)})`)
        .join(key === 'and' ? ' AND ' : ' OR ');
    })
    .join(' AND ');
}

function writeField(name: string, operators: Condition, writer: StatementWriter): string {
  return Object.entries(operators)
    .map(([operator, value]) => writeOperator(name, quoteName(name), operator, value, writer))
    .join(' AND ');
}

function writeOperator(
  name: string,
  column: string,
  operator: string,
  value: unknown,
  writer: StatementWriter,
): string {
  if (value === null || value === undefined) {
    throw new ResolverError(`Value for ${name}.${operator} can't be null.`, 'Code');
  }
  const comparison = COMPARISONS[operator];
  if (comparison) return `${column} ${comparison} ${writer.bind(value)}`;
  switch (operator) {
    case 'contains':
      return `${column} LIKE ${writer.bind(`%${value}%`)}`;
    case 'beginsWith':
      return `${column} LIKE ${writer.bind(`${value}%`)}`;
    case 'notContains':
      // Recorded: the value is bound as it is, without the wildcards.
      return `${column} NOT LIKE ${writer.bind(value)}`;
    case 'attributeExists':
      return `${column} IS ${value ? 'NOT ' : ''}NULL`;
    case 'between': {
      const [low, high] = value as [unknown, unknown];
      return `${column} BETWEEN ${writer.bind(low)} AND ${writer.bind(high)}`;
    }
    case 'size':
      return Object.entries(value as Condition)
        .map(([inner, size]) =>
          writeOperator(`${name}.size`, `LENGTH (${column})`, inner, size, writer),
        )
        .join(' AND ');
    default:
      throw new ResolverError(`Unsupported condition ${name}.${operator}.`, 'Code');
  }
}
