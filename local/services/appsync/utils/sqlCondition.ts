import { notEmulated } from './errors.ts';
import { helperFault } from './helperFault.ts';
import { isObject } from './isObject.ts';
import { memberOf } from './memberOf.ts';

type Condition = Record<string, unknown>;

/** What a condition needs from the enclosing statement. */
export interface ConditionWriter {
  quote(name: string): string;
  bind(value: unknown): string;
}

const COMPARISONS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/**
 * The text of a `where` object, as recorded from AppSync. Branches of `and` and `or` are in
 * parentheses but a group as a whole is not, so `{ and: [a, b], or: [c, d] }` depends on SQL's
 * precedence. An empty one still gets its AND or OR, which breaks the statement.
 */
export function writeCondition(condition: Condition, writer: ConditionWriter): string {
  return Object.entries(condition)
    .map(([key, value]) => {
      if (key === 'not') throw notEmulated('"not" in a where of the rds helpers');
      if (key === 'and' || key === 'or') return writeGroup(key, value, writer);
      if (!isObject(value)) throw helperFault('Expected condition to be an Object.');
      return Object.entries(value)
        .map(([operator, operand]) => writeOperator(key, operator, operand, writer))
        .join(' AND ');
    })
    .join(' AND ');
}

function writeGroup(key: 'and' | 'or', branches: unknown, writer: ConditionWriter): string {
  if (!Array.isArray(branches)) throw helperFault(`${key} expects conditions to be an array`);
  return branches
    .map((branch) => {
      if (!isObject(branch) || branch.type === 'SQL') {
        throw helperFault(`Expected ${key} to be an Object.`);
      }
      const text = writeCondition(branch, writer);
      return text === '' ? '' : `(${text})`;
    })
    .join(key === 'and' ? ' AND ' : ' OR ');
}

function writeOperator(
  name: string,
  operator: string,
  value: unknown,
  writer: ConditionWriter,
): string {
  const label = `${name}.${operator}`;
  if (value === null || value === undefined) throw helperFault(`Value for ${label} can't be null.`);
  const column = writer.quote(name);
  const comparison = memberOf(COMPARISONS, operator);
  if (comparison) return `${column} ${comparison} ${writer.bind(value)}`;
  switch (operator) {
    case 'contains':
      return `${column} LIKE ${writer.bind(`%${asText(label, value)}%`)}`;
    case 'beginsWith':
      return `${column} LIKE ${writer.bind(`${asText(label, value)}%`)}`;
    case 'notContains':
      // Recorded: the value is bound as it is, without wildcards.
      return `${column} NOT LIKE ${writer.bind(asText(label, value))}`;
    case 'attributeExists':
      if (typeof value !== 'boolean') {
        throw helperFault(`${label} expects a boolean value to be passed.`);
      }
      return `${column} IS ${value ? 'NOT ' : ''}NULL`;
    case 'between':
      return writeBetween(label, column, value, writer);
    case 'size':
      return writeSize(label, `LENGTH (${column})`, value, writer);
    default:
      throw helperFault(`Unsupported condition ${label}.`);
  }
}

/** Unlike elsewhere, null is inlined here: `LENGTH (…) = NULL`. */
function writeSize(label: string, size: string, value: unknown, writer: ConditionWriter): string {
  if (!isObject(value)) throw helperFault(`Expected ${label} to be an Object.`);
  return Object.entries(value)
    .map(([operator, operand]) => {
      if (operator === 'between') return writeBetween(label, size, operand, writer);
      const comparison = memberOf(COMPARISONS, operator);
      if (!comparison) throw helperFault(`${label} has invalid size operator.`);
      return `${size} ${comparison} ${writer.bind(operand)}`;
    })
    .join(' AND ');
}

function writeBetween(
  label: string,
  column: string,
  bounds: unknown,
  writer: ConditionWriter,
): string {
  if (!Array.isArray(bounds)) {
    throw helperFault(`${label} condition expects an array with length of 2.`);
  }
  if (bounds.length !== 2) {
    throw helperFault(
      `${label} condition expects an array with 2 values but received an array with length ${bounds.length}.`,
    );
  }
  return `${column} BETWEEN ${writer.bind(bounds[0])} AND ${writer.bind(bounds[1])}`;
}

function asText(label: string, value: unknown): string {
  if (typeof value !== 'string') throw helperFault(`${label} expects a string value to be passed.`);
  return value;
}
