import { util } from '@aws-appsync/utils';
import type { UpcomingBooksFilter } from '../generated/schema.ts';
import { toDay, toDigits } from './announced.ts';
import { fail } from './fail.ts';
import type { Value } from './query.ts';

/** Conditions on `book b`, and the values that they bind. */
export interface Conditions {
  texts: string[];
  values: { [name: string]: Value };
}

/** More words than anyone types; each costs a scan. */
const MOST_WORDS = 8;

const PLAIN = 'b.title, b.subtitle, b.title_reading, b.volume, b.publisher';

// The names stand in JSON, and with them brackets, quotes and null. A glance at all of it leaves few
// rows, for which each name is looked at by itself.
const GLANCE = `concat_ws(' ', ${[
  PLAIN,
  "convert(json_extract(b.contributors, '$[*].name') using utf8mb4)",
  "convert(json_extract(b.contributors, '$[*].reading') using utf8mb4)",
  "convert(json_extract(b.series, '$[*].name') using utf8mb4)",
].join(', ')})`;
const NAMES = `json_table(b.contributors, '$[*]' columns (
  name varchar(500) path '$.name', reading varchar(500) path '$.reading')) c`;
const SERIES = `json_table(b.series, '$[*]' columns (name varchar(500) path '$.name')) c`;

/** What a reader pays, as `Book.priceWithTax` has it. */
const PRICE = 'coalesce(b.price_with_tax, floor(b.price * (100 + coalesce(b.tax_rate, 10)) / 100))';

/** The conditions of a filter, all of which must hold; `subscribed` is not among them. */
export function toConditions(filter: UpcomingBooksFilter): Conditions {
  const texts: string[] = [];
  const values: { [name: string]: Value } = {};
  if (filter.from) {
    // The latest day as `release_order` has it: read from the index, without a look at the row.
    texts.push('substring(b.release_order, 9) >= :from');
    values.from = toDigits(toDay(filter.from));
  }
  if (filter.to) {
    texts.push('(b.release_earliest is null or b.release_earliest <= :to)');
    values.to = toDay(filter.to);
  }
  // Of each pair the first comparison uses the index and folds case and kana; the second makes it exact.
  if (filter.publisher) {
    texts.push('b.publisher = :publisher and b.publisher collate utf8mb4_bin = :publisher');
    values.publisher = filter.publisher;
  }
  if (filter.label) {
    texts.push('b.label = :label and b.label collate utf8mb4_bin = :label');
    values.label = filter.label;
  }
  if (filter.form) {
    texts.push('b.form = :form and b.form collate utf8mb4_bin = :form');
    values.form = filter.form;
  }
  // Zero is a bound as well.
  const { priceFrom, priceTo } = filter;
  if (priceFrom !== null && priceFrom !== undefined) {
    texts.push(`${PRICE} >= :priceFrom`);
    values.priceFrom = priceFrom;
  }
  if (priceTo !== null && priceTo !== undefined) {
    texts.push(`${PRICE} <= :priceTo`);
    values.priceTo = priceTo;
  }
  toWords(filter.text ?? '').forEach((word, index) => {
    texts.push(toSearch(`collate utf8mb4_0900_ai_ci like :word${index} escape '!'`));
    values[`word${index}`] = `%${escapeWildcards(word)}%`;
  });
  return { texts, values };
}

/** The condition that any of what is searched is like the word. */
function toSearch(isLikeWord: string): string {
  const anyOf = [
    `concat_ws(' ', ${PLAIN}) ${isLikeWord}`,
    `exists (select 1 from ${NAMES} where concat_ws(' ', c.name, c.reading) ${isLikeWord})`,
    `exists (select 1 from ${SERIES} where c.name ${isLikeWord})`,
  ].join(' or ');
  return `${GLANCE} ${isLikeWord} and (${anyOf})`;
}

/** The collation folds width, but half-width kana with a voiced mark are two characters. */
function toWords(text: string): string[] {
  const words = util.str
    .normalize(text, 'nfkc')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS) {
    fail('InvalidArgument', `text: ${words.length} words are more than ${MOST_WORDS}`);
  }
  return words;
}

function escapeWildcards(word: string): string {
  return word.replaceAll('!', '!!').replaceAll('%', '!%').replaceAll('_', '!_');
}
