import { isIP } from 'node:net';
import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

const OFFSET = '(?:Z|[+-]\\d{2}:\\d{2}(?::\\d{2})?)';
const DATE = '[+-]?\\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';

const asText =
  (test: (text: string) => boolean) =>
  (value: unknown): unknown =>
    typeof value === 'string' && test(value) ? value : undefined;

const matching = (pattern: string) => asText((text) => new RegExp(`^${pattern}$`).test(text));

const isDate = asText((text) => new RegExp(`^${DATE}${OFFSET}?$`).test(text) && isOnCalendar(text));
const isDateTime = asText(
  (text) => new RegExp(`^${DATE}T${TIME}${OFFSET}$`).test(text) && isOnCalendar(text),
);

/** Each reads a value into what a resolver sees or a client gets, or gives undefined. */
const READERS: Record<string, (value: unknown) => unknown> = {
  AWSDate: isDate,
  AWSTime: matching(`${TIME}${OFFSET}?`),
  AWSDateTime: isDateTime,
  AWSTimestamp: (value) => (Number.isSafeInteger(value) ? value : undefined),
  AWSEmail: matching('[^\\s@]+@[^\\s@]+\\.[^\\s@.]+'),
  AWSURL: asText((text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text) && URL.canParse(text)),
  AWSPhone: matching('\\+?[0-9][0-9 ().-]{2,}[0-9]'),
  AWSIPAddress: asText(isAddress),
};

/** The scalars of AppSync ("Scalar types in AWS AppSync"); there are no others of one's own. */
export const SCALARS: GraphQLScalarType[] = [
  ...Object.entries(READERS).map(([name, read]) => createScalar(name, read)),
  new GraphQLScalarType({
    name: 'AWSJSON',
    serialize: (value) => JSON.stringify(value),
    parseValue: parseJson,
    parseLiteral: (node, variables) => parseJson(valueFromASTUntyped(node, variables)),
  }),
];

function createScalar(name: string, read: (value: unknown) => unknown): GraphQLScalarType {
  const check = (value: unknown): unknown => {
    const result = read(value);
    if (result === undefined) {
      throw new TypeError(`Unable to read \`${String(value)}\` as a valid ${name}.`);
    }
    return result;
  };
  return new GraphQLScalarType({
    name,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) => {
      if (node.kind === Kind.INT) return check(Number(node.value));
      return check(node.kind === Kind.STRING ? node.value : undefined);
    },
  });
}

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') throw new TypeError('AWSJSON expects a string that holds JSON.');
  try {
    return JSON.parse(value);
  } catch {
    throw new TypeError(`Unable to read \`${value}\` as valid JSON.`);
  }
}

/** Whether the day exists in its month. */
function isOnCalendar(text: string): boolean {
  const match = /^[+-]?(\d{4,})-(\d\d)-(\d\d)/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isAddress(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}
