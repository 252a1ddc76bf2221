import { NotEmulated } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';

/** A parameter as declared in a template ("Parameters"). */
export interface Parameter {
  Type: string;
  Default?: Json;
  AllowedValues?: Json[];
  AllowedPattern?: string;
  ConstraintDescription?: string;
  Description?: string;
  MinLength?: number | string;
  MaxLength?: number | string;
  MinValue?: number | string;
  MaxValue?: number | string;
  NoEcho?: boolean | string;
}

const TYPES = ['String', 'Number', 'List<Number>', 'CommaDelimitedList'];

/**
 * Returns the value of a parameter as `Ref` does: the given value or the default. Throws, naming
 * the parameter, if there is none, if its declaration forbids the value, or if its type looks
 * values up in an account.
 */
export function readParameter(
  stack: string,
  name: string,
  declared: Parameter,
  given: string | undefined,
): Json {
  const owner = `${stack}: parameter ${name}`;
  if (!TYPES.includes(declared.Type)) {
    throw new NotEmulated(`${owner}: type ${declared.Type} is not emulated`);
  }
  const value = given ?? declared.Default;
  if (value === undefined) throw new Error(`${owner} has no value and no default`);
  const text = String(value);
  const isList = declared.Type === 'CommaDelimitedList' || declared.Type === 'List<Number>';
  const items = isList ? text.split(',').map((item) => item.trim()) : [text];
  for (const item of items) check(owner, declared, item);
  return isList ? items : text;
}

function check(owner: string, declared: Parameter, item: string): void {
  const { AllowedValues, AllowedPattern, Type, NoEcho = false } = declared;
  const seen = String(NoEcho) === 'true' ? 'a secret' : item;
  const refuse = (expected: string): never => {
    throw new Error(`${owner} is ${seen}, expected ${expected}`);
  };
  if (AllowedValues !== undefined && !AllowedValues.map(String).includes(item)) {
    refuse(`one of ${AllowedValues.join(', ')}`);
  }
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(item)) {
    refuse(`what matches ${AllowedPattern}`);
  }
  if (Type === 'Number' || Type === 'List<Number>') {
    const number = item === '' ? Number.NaN : Number(item);
    if (Number.isNaN(number)) refuse('a number');
    within(number, declared.MinValue, declared.MaxValue, 'a number', refuse);
  } else {
    within(item.length, declared.MinLength, declared.MaxLength, 'a length', refuse);
  }
}

function within(
  found: number,
  least: number | string | undefined,
  most: number | string | undefined,
  what: string,
  refuse: (expected: string) => never,
): void {
  if (least !== undefined && found < Number(least)) refuse(`${what} of at least ${least}`);
  if (most !== undefined && found > Number(most)) refuse(`${what} of at most ${most}`);
}
