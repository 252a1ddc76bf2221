import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Json } from '../../../lib/resource.ts';
import { runtimeError } from './stateError.ts';

type Intrinsic = (...values: Json[]) => Json;

const HASHES: { [name: string]: string } = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** Maximum number of characters that the hash and Base64 functions accept. */
const LONGEST_DATA = 10_000;

/** Maximum number of items that States.ArrayRange returns. */
const LONGEST_RANGE = 1000;

/**
 * The intrinsic functions ("Intrinsic functions for JSONPath states"). Their errors are
 * `States.Runtime`, because `States.IntrinsicFailure` is reserved for future use ("Error names").
 */
export const intrinsics: { readonly [name: string]: Intrinsic } = {
  'States.Array': (...values) => values,
  'States.ArrayPartition': (list, size) => partition(array(list), natural(size)),
  'States.ArrayContains': (list, value) => array(list).some((item) => isSame(item, value ?? null)),
  'States.ArrayRange': (from, to, step) => range(integer(from), integer(to), integer(step)),
  'States.ArrayGetItem': (list, index) => item(array(list), integer(index)),
  'States.ArrayLength': (list) => array(list).length,
  'States.ArrayUnique': (list) =>
    array(list).filter((value, at, all) => all.findIndex((other) => isSame(other, value)) === at),
  'States.Base64Encode': (data) => Buffer.from(short(text(data))).toString('base64'),
  'States.Base64Decode': (data) => Buffer.from(short(text(data)), 'base64').toString('utf8'),
  'States.Format': (template, ...values) => format(text(template), values),
  'States.Hash': (data, algorithm) => hash(data ?? null, text(algorithm)),
  'States.JsonMerge': (one, other, deep) => {
    if (deep !== false)
      fail('States.JsonMerge merges only shallowly: expected false as its third argument');
    return { ...object(one), ...object(other) };
  },
  'States.JsonToString': (value) => JSON.stringify(value),
  'States.MathAdd': (one, other) => integer(one) + integer(other),
  'States.MathRandom': (from, to, seed) => random(integer(from), integer(to), seed),
  'States.StringSplit': (value, separators) => split(text(value), text(separators)),
  'States.StringToJson': (value) => parse(text(value)),
  'States.UUID': () => randomUUID(),
};

/** Replaces each `{}` by the next value; a backslash escapes the character that follows it. */
function format(template: string, values: Json[]): string {
  let next = 0;
  const written = template.replace(/\\(.)|\{\}|[{}]/gs, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (found !== '{}') return fail(`States.Format: a brace in "${template}" is not escaped`);
    const value = values[next++];
    return value === undefined
      ? fail(`States.Format: "${template}" has more {} than values`)
      : shown(value);
  });
  return next === values.length
    ? written
    : fail(`States.Format: "${template}" has fewer {} than values`);
}

/** A value as the service writes it into a text: lists and objects in Java's notation. */
function shown(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}=${shown(inner)}`)
    .join(', ')}}`;
}

function partition(list: Json[], size: number): Json[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );
}

function range(from: number, to: number, step: number): number[] {
  if (step === 0) return fail('States.ArrayRange: the step is 0');
  const length = Math.max(0, Math.floor((to - from) / step) + 1);
  if (length > LONGEST_RANGE) {
    return fail(`States.ArrayRange makes ${length} items, expected at most ${LONGEST_RANGE}`);
  }
  return Array.from({ length }, (_, at) => from + at * step);
}

function item(list: Json[], index: number): Json {
  const found = index < 0 ? undefined : list[index];
  return found === undefined
    ? fail(`States.ArrayGetItem: no item ${index} in a list of ${list.length}`)
    : found;
}

function hash(data: Json, algorithm: string): string {
  const name = HASHES[algorithm];
  if (name === undefined) {
    return fail(`States.Hash: "${algorithm}" is none of ${Object.keys(HASHES).join(', ')}`);
  }
  const hashed = typeof data === 'string' ? data : JSON.stringify(data);
  return createHash(name).update(short(hashed)).digest('hex');
}

function random(from: number, to: number, seed: Json | undefined): number {
  if (to <= from) return fail(`States.MathRandom: ${to} is not greater than ${from}`);
  if (seed === undefined) return randomInt(from, to);
  const seeded = createHash('sha256')
    .update(String(integer(seed)))
    .digest()
    .readUIntBE(0, 6);
  return from + (seeded % (to - from));
}

function split(value: string, separators: string): string[] {
  const parts = [''];
  for (const character of value) {
    if (separators.includes(character)) parts.push('');
    else parts.push(`${parts.pop()}${character}`);
  }
  return parts.filter((part) => part !== '');
}

function parse(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch (error) {
    return fail(`States.StringToJson: ${error}`);
  }
}

function isSame(one: Json, other: Json): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [left, right] = [one, other].map((value) => (value as { [name: string]: Json })[name]);
      return left !== undefined && right !== undefined && isSame(left, right);
    })
  );
}

function text(value: Json | undefined): string {
  return typeof value === 'string'
    ? value
    : fail(`expected a string, found ${JSON.stringify(value)}`);
}

function array(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : fail(`expected a list, found ${JSON.stringify(value)}`);
}

function object(value: Json | undefined): { [name: string]: Json } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return fail(`expected an object, found ${JSON.stringify(value)}`);
  }
  return value;
}

/** A number, rounded as the service does. */
function integer(value: Json | undefined): number {
  return typeof value === 'number'
    ? Math.round(value)
    : fail(`expected a number, found ${JSON.stringify(value)}`);
}

function natural(value: Json | undefined): number {
  const number = integer(value);
  return number >= 1 ? number : fail(`expected a number above 0, found ${number}`);
}

function short(data: string): string {
  if (data.length <= LONGEST_DATA) return data;
  return fail(`the data has ${data.length} characters, expected at most ${LONGEST_DATA}`);
}

function fail(cause: string): never {
  throw runtimeError(cause);
}
