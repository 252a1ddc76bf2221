/** What differs between the statements for MySQL and for PostgreSQL. */
export interface Dialect {
  /** Stands around each part of a name, doubled inside of it. */
  quote: string;
  /** Whether `returning` can be written. */
  returning: boolean;
  /** The function that builds the request, which complaints name. */
  builder: string;
}

export const MYSQL: Dialect = { quote: '`', returning: false, builder: 'createMySQLStatement' };
export const POSTGRES: Dialect = { quote: '"', returning: true, builder: 'createPgStatement' };

/** Quotes each part of a dotted name. `*` alone stays, `t.*` does not: so it was recorded. */
export function quoteName(name: string, { quote }: Dialect): string {
  if (name === '*') return name;
  return name
    .split('.')
    .map((part) => quote + part.replaceAll(quote, quote + quote) + quote)
    .join('.');
}
