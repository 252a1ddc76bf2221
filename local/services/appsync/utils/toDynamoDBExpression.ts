import { dynamodb } from './dynamodb.ts';
import { notEmulated } from './errors.ts';
import { isObject } from './isObject.ts';
import { memberOf } from './memberOf.ts';

const COMPARISONS: Record<string, string> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const FUNCTIONS: Record<string, string> = {
  contains: 'contains',
  notContains: 'NOT contains',
  beginsWith: 'begins_with',
};
const TYPES: Record<string, string> = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

/** Thrown only within this file: AppSync returns null for a filter that it cannot write. */
class Unwritable extends Error {}

/**
 * `util.transform.toDynamoDBFilterExpression` and `toDynamoDBConditionExpression`, which were
 * recorded to be equal: a JSON text of expression, names and values, or null. An empty one still
 * gets its AND.
 */
export function toDynamoDBExpression(filter?: unknown): string | null {
  const writer = new Writer();
  try {
    const expression = writer.filter(filter, '');
    return JSON.stringify({
      expression,
      expressionNames: writer.names,
      expressionValues: writer.values,
    });
  } catch (fault) {
    if (fault instanceof Unwritable) return null;
    throw fault;
  }
}

class Writer {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};

  filter(given: unknown, prefix: string): string {
    if (!isObject(given)) throw new Unwritable();
    return Object.entries(given)
      .map(([key, value]) => {
        if (key === 'and' || key === 'or') return this.#group(key, value, prefix);
        return key === 'not' ? this.#not(value, prefix) : this.#field(key, value, prefix);
      })
      .join(' AND ');
  }

  #group(key: 'and' | 'or', members: unknown, prefix: string): string {
    if (!Array.isArray(members)) throw new Unwritable();
    const texts = members.map((member, i) => this.filter(member, `${prefix}${key}_${i}_`));
    return wrap(texts, key === 'and' ? ' AND ' : ' OR ');
  }

  #not(given: unknown, prefix: string): string {
    if (isObject(given) && Object.keys(given).length > 1) {
      throw notEmulated('"not" of several conditions in a DynamoDB expression');
    }
    return `(NOT ${this.filter(given, `${prefix}not_`)})`;
  }

  #field(name: string, operators: unknown, prefix: string): string {
    this.names[`#${name}`] = name;
    return this.#operators(`#${name}`, operators, `${prefix}${name}`);
  }

  #operators(target: string, operators: unknown, label: string): string {
    if (!isObject(operators)) throw new Unwritable();
    const texts = Object.entries(operators).map(([operator, value]) =>
      this.#operator(target, operator, value, `${label}_${operator}`),
    );
    return wrap(texts, ' AND ');
  }

  #operator(target: string, operator: string, value: unknown, label: string): string {
    const comparison = memberOf(COMPARISONS, operator);
    if (comparison) return `(${target} ${comparison} ${this.#bind(label, value)})`;
    const call = memberOf(FUNCTIONS, operator);
    if (call) return `(${call}(${target},${this.#bind(label, value)}))`;
    switch (operator) {
      case 'between': {
        if (!Array.isArray(value) || value.length < 2) throw new Unwritable();
        const start = this.#bind(`${label}_start`, value[0]);
        return `(${target} BETWEEN ${start} AND ${this.#bind(`${label}_end`, value[1])})`;
      }
      case 'in': {
        if (!Array.isArray(value)) throw new Unwritable();
        if (value.length === 0) return '(null)';
        const names = value.map((one, i) => this.#bind(`${label}_${i}`, one));
        return `(${target} IN (${names.join(', ')}))`;
      }
      case 'attributeExists':
        if (typeof value !== 'boolean') throw new Unwritable();
        return `(attribute_${value ? '' : 'not_'}exists(${target}))`;
      case 'attributeType': {
        const type = typeof value === 'string' && memberOf(TYPES, value);
        if (!type) throw new Unwritable();
        return `(attribute_type(${target},${this.#bind(label, type)}))`;
      }
      case 'size':
        // Recorded: a nested size is named twice but written once.
        return this.#operators(target.startsWith('#') ? `size(${target})` : target, value, label);
      default:
        throw new Unwritable();
    }
  }

  #bind(label: string, value: unknown): string {
    this.values[`:${label}`] = dynamodb.toDynamoDB(value);
    return `:${label}`;
  }
}

/** Adds parentheses only around several texts. */
function wrap(texts: string[], joiner: string): string {
  return texts.length > 1 ? `(${texts.join(joiner)})` : (texts[0] ?? '');
}
