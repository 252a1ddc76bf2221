import { isIP } from 'node:net';
import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

const OFFSET = '(?:Z|[+-](?:0\\d|1[0-8]):[0-5]\\d(?::[0-5]\\d)?)';
const DATE = '[+-]?\\d{4,9}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';

const matching = (pattern: string) => {
  const whole = new RegExp(`^${pattern}$`);
  return (text: string) => whole.test(text);
};
const looksLikeDate = matching(`${DATE}${OFFSET}?`);
const looksLikeDateTime = matching(`${DATE}T${TIME}${OFFSET}`);

/** A scalar with string values, and the noun for them in its errors. */
type TextScalar = [name: string, noun: string, isValid: (text: string) => boolean];

const TEXTS: TextScalar[] = [
  ['AWSDate', 'date', (text) => looksLikeDate(text) && isOnCalendar(text)],
  ['AWSTime', 'time', matching(`${TIME}${OFFSET}?`)],
  ['AWSDateTime', 'DateTime Object', (text) => looksLikeDateTime(text) && isOnCalendar(text)],
  // RFC 822: local-part@domain.
  ['AWSEmail', 'email address', matching('[^\\s@]{1,64}@[^\\s@.]+(?:\\.[^\\s@.]+)*')],
  ['AWSURL', 'URL', isUrl],
  ['AWSPhone', 'phone number', isPhone],
  ['AWSIPAddress', 'IP address', isAddress],
];

/** AppSync's scalars ("Scalar types in GraphQL"); custom ones are not possible. */
export const SCALARS: GraphQLScalarType[] = [
  ...TEXTS.map(([name, noun, isValid]) =>
    createScalar(name, noun, (value) => typeof value === 'string' && isValid(value)),
  ),
  createScalar('AWSTimestamp', 'timestamp', Number.isSafeInteger),
  new GraphQLScalarType({
    name: 'AWSJSON',
    serialize: (value) => JSON.stringify(value),
    parseValue: parseJson,
    parseLiteral: (node, variables) => parseJson(valueFromASTUntyped(node, variables)),
  }),
];

/**
 * A scalar that checks its values but never changes them. The messages are reported from AppSync.
 */
function createScalar(
  name: string,
  noun: string,
  isValid: (value: unknown) => boolean,
): GraphQLScalarType {
  const check = (doing: string) => (value: unknown) => {
    if (isValid(value)) return value;
    throw new TypeError(`Unable to ${doing} \`${write(value)}\` as a valid ${noun}.`);
  };
  const parse = check('parse');
  return new GraphQLScalarType({
    name,
    serialize: check('serialize'),
    parseValue: parse,
    parseLiteral: (node) =>
      parse(node.kind === 'IntValue' ? Number(node.value) : valueFromASTUntyped(node)),
  });
}

function parseJson(value: unknown): unknown {
  try {
    if (typeof value === 'string') return JSON.parse(value);
  } catch {
    // Reported below, like a value that is not a string.
  }
  throw new TypeError(`Unable to parse \`${write(value)}\` as valid JSON.`);
}

function write(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether the day of a date-like text exists in its month. */
function isOnCalendar(text: string): boolean {
  const afterYear = text.indexOf('-', 1);
  const day = Number(text.slice(afterYear + 4, afterYear + 6));
  if (day <= 28) return true;
  const month = Number(text.slice(afterYear + 1, afterYear + 3));
  if (month !== 2) return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
  const year = Number(text.slice(0, afterYear));
  return day === 29 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
}

/** RFC 1738: a scheme (possibly `mailto`) and no two consecutive slashes in the path. */
function isUrl(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(text) || !URL.canParse(text)) return false;
  const path = text.replace(/^[^:]+:(?:\/\/[^/?#]*)?/, '').replace(/[?#].*$/s, '');
  return !path.includes('//');
}

/**
 * With a country code, up to E.164's number of digits; without one, a North American number, whose
 * area and exchange begin with 2 to 9.
 */
function isPhone(text: string): boolean {
  if (!/^\+?[\d(][\d ().-]*$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+') && !digits.startsWith('1')) return /^[2-9]\d{6,14}$/.test(digits);
  return /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);
}

/** IPv6 has no brackets or zone; IPv4 and IPv6 may have a prefix length. */
function isAddress(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}
