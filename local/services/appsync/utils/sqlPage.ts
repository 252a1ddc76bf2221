import { helperFault } from './helperFault.ts';
import { isObject } from './isObject.ts';
import type { ConditionWriter } from './sqlCondition.ts';

type Properties = Record<string, unknown>;

/** The ORDER BY, LIMIT and OFFSET of a select; empty if none is requested. */
export function writePage(
  { orderBy, limit, offset }: Properties,
  writer: ConditionWriter,
): string[] {
  return [
    writeOrder(orderBy, writer),
    writeBound('limit', limit, writer),
    writeBound('offset', offset, writer),
  ];
}

function writeOrder(orderBy: unknown, writer: ConditionWriter): string {
  if (orderBy === undefined || orderBy === null) return '';
  if (!Array.isArray(orderBy)) throw helperFault('orderBy expects an array.');
  const order = orderBy.map((item) => {
    if (!isObject(item)) throw helperFault('orderBy item expected to be an object.');
    const { column, dir } = item;
    if (typeof column !== 'string') {
      throw helperFault('orderBy item expected to have property column.');
    }
    // Recorded: a direction that is missing or not a string sorts ascending.
    const direction = typeof dir === 'string' ? dir.toUpperCase() : 'ASC';
    if (direction !== 'ASC' && direction !== 'DESC') {
      throw helperFault(`orderBy dir can have either ASC or DESC found ${dir}.`);
    }
    return `${writer.quote(column)} ${direction}`;
  });
  return order.length === 0 ? '' : `ORDER BY ${order.join(', ')}`;
}

function writeBound(name: 'limit' | 'offset', value: unknown, writer: ConditionWriter): string {
  if (value === undefined || value === null) return '';
  const isText = typeof value === 'string' && value.trim() !== '';
  const number = typeof value === 'number' || isText ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw helperFault(`${name} expects a number.`);
  return `${name.toUpperCase()} ${writer.bind(number)}`;
}
