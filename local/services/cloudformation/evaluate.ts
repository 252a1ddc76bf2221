import { NotEmulated } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';

/** The lookups of intrinsic functions. */
export interface Scope {
  /** For messages: the stack and, if any, the resource. */
  place: string;
  /** The value of a parameter, pseudo parameter or resource; NOTHING for `AWS::NoValue`. */
  ref(name: string): Json | typeof NOTHING;
  attribute(logicalId: string, attribute: string): Json;
  condition(name: string): boolean;
  mapping(map: string, key: string, second: string): Json;
  imported(exportName: string): Json;
  /** The value of a `{{resolve:…}}` reference. */
  dynamic(reference: string): string;
}

/** `AWS::NoValue`: the property is left out. */
export const NOTHING = Symbol('AWS::NoValue');

/** Resolves every intrinsic function and dynamic reference in `value`. */
export function evaluate(value: Json, scope: Scope): Json {
  const result = walk(value, scope);
  return result === NOTHING ? null : result;
}

/** Evaluates a condition expression. */
export function evaluateCondition(value: Json, scope: Scope): boolean {
  const [name, argument] = intrinsicOf(value) ?? [];
  const operands = () => list(argument ?? null, `${name} in ${scope.place}`);
  if (name === 'Condition') return scope.condition(string(argument ?? null, scope.place));
  if (name === 'Fn::Equals') {
    const [left, right] = operands().map((operand) => JSON.stringify(evaluate(operand, scope)));
    return left === right;
  }
  if (name === 'Fn::And') return operands().every((operand) => evaluateCondition(operand, scope));
  if (name === 'Fn::Or') return operands().some((operand) => evaluateCondition(operand, scope));
  if (name === 'Fn::Not') return !evaluateCondition(operands()[0] ?? null, scope);
  throw new NotEmulated(`${scope.place}: ${JSON.stringify(value)} is no condition known here`);
}

function walk(value: Json, scope: Scope): Json | typeof NOTHING {
  if (typeof value === 'string') return resolveDynamic(value, scope);
  if (Array.isArray(value)) {
    return value.map((item) => walk(item, scope)).filter((item): item is Json => item !== NOTHING);
  }
  if (value === null || typeof value !== 'object') return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic !== undefined) {
    const result = apply(intrinsic[0], intrinsic[1], scope);
    return typeof result === 'string' ? resolveDynamic(result, scope) : result;
  }
  const resolved: { [name: string]: Json } = {};
  for (const [name, item] of Object.entries(value)) {
    const result = walk(item, scope);
    if (result !== NOTHING) resolved[name] = result;
  }
  return resolved;
}

function intrinsicOf(value: Json): [string, Json] | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined) return undefined;
  const [name] = entry;
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? entry : undefined;
}

function apply(name: string, argument: Json, scope: Scope): Json | typeof NOTHING {
  // `Condition` also names a block of an IAM statement; only conditions evaluate it.
  if (name === 'Condition') return { Condition: evaluate(argument, scope) };
  if (name === 'Ref') return scope.ref(string(argument, scope.place));
  if (name === 'Fn::If') {
    const [condition, yes, no] = list(argument, `Fn::If in ${scope.place}`);
    const holds = scope.condition(string(condition ?? null, scope.place));
    return walk((holds ? yes : no) ?? null, scope);
  }
  if (name === 'Fn::GetAtt') return getAttribute(argument, scope);
  if (name === 'Fn::Sub') return substitute(argument, scope);
  if (name === 'Fn::ImportValue')
    return scope.imported(string(evaluate(argument, scope), scope.place));
  if (name === 'Fn::Base64') {
    return Buffer.from(string(evaluate(argument, scope), scope.place)).toString('base64');
  }
  if (name === 'Fn::ToJsonString') return JSON.stringify(evaluate(argument, scope));
  const operands = () => list(evaluate(argument, scope), `${name} in ${scope.place}`);
  if (name === 'Fn::Join') {
    const [separator, parts] = operands();
    return list(parts ?? null, `Fn::Join in ${scope.place}`)
      .map((part) => scalar(part, scope.place))
      .join(string(separator ?? null, scope.place));
  }
  if (name === 'Fn::Split') {
    const [separator, source] = operands().map((operand) => string(operand, scope.place));
    return (source ?? '').split(separator ?? '');
  }
  if (name === 'Fn::Select') {
    const [index, items] = operands();
    const item = list(items ?? null, `Fn::Select in ${scope.place}`)[Number(index)];
    if (item === undefined) throw new Error(`${scope.place}: Fn::Select finds no item ${index}`);
    return item;
  }
  if (name === 'Fn::FindInMap') {
    const [map, key, second] = operands().map((operand) => scalar(operand, scope.place));
    return scope.mapping(map ?? '', key ?? '', second ?? '');
  }
  throw new NotEmulated(`${scope.place}: intrinsic function ${name} is not emulated`);
}

function getAttribute(argument: Json, scope: Scope): Json {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return scope.attribute(argument.slice(0, dot), argument.slice(dot + 1));
  }
  const [logicalId, attribute] = list(argument, `Fn::GetAtt in ${scope.place}`);
  return scope.attribute(
    string(logicalId ?? null, scope.place),
    string(evaluate(attribute ?? null, scope), scope.place),
  );
}

function substitute(argument: Json, scope: Scope): string {
  const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
  const variables =
    given !== null && typeof given === 'object' && !Array.isArray(given) ? given : {};
  return string(template ?? null, scope.place).replace(/\$\{([^}]+)\}/g, (_match, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const variable = variables[name];
    if (variable !== undefined) return scalar(evaluate(variable, scope), scope.place);
    const value = name.includes('.') ? getAttribute(name, scope) : scope.ref(name);
    return scalar(value === NOTHING ? '' : value, scope.place);
  });
}

function resolveDynamic(value: string, scope: Scope): string {
  if (!value.includes('{{resolve:')) return value;
  return value.replace(/\{\{resolve:[^}]+\}\}/g, (reference) => scope.dynamic(reference));
}

function list(value: Json, place: string): Json[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${place}: expected a list, found ${JSON.stringify(value)}`);
}

function string(value: Json, place: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`${place}: expected a string, found ${JSON.stringify(value)}`);
}

function scalar(value: Json, place: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${place}: expected text, found ${JSON.stringify(value)}`);
}
