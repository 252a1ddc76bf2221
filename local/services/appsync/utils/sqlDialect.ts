/** The differences between MySQL and PostgreSQL statements. */
export interface Dialect {
  /** Encloses each part of a name; doubled inside it. */
  quote: string;
  /** Whether `returning` is supported. */
  returning: boolean;
  /** The function that builds the request, as named in errors. */
  builder: string;
}

export const MYSQL: Dialect = { quote: '`', returning: false, builder: 'createMySQLStatement' };
export const POSTGRES: Dialect = { quote: '"', returning: true, builder: 'createPgStatement' };

/** Quotes each part of a dotted name. Recorded: `*` alone stays unquoted, `t.*` does not. */
export function quoteName(name: string, { quote }: Dialect): string {
  if (name === '*') return name;
  return name
    .split('.')
    .map((part) => quote + part.replaceAll(quote, quote + quote) + quote)
    .join('.');
}
