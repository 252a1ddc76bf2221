import { type ContributorRole, OWN_WORK_ROLES } from '../people/contributorRoles.ts';
import type { Release } from '../release/release.ts';
import { bookTitle } from './bookTitle.ts';
import type { BookStatus } from './statuses.ts';

/** A book's data for machines. */
export interface BookFacts {
  isbn: string | null;
  title: string;
  volume: string | null;
  edition: string | null;
  contributors: { name: string; role: ContributorRole }[];
  publisher: string | null;
  series: { name: string }[];
  /** Yen. */
  priceWithTax: number | null;
  coverUrl: string | null;
  productUrl: string | null;
  status: BookStatus;
  release: Release;
}

const availability: { [status in BookStatus]: string } = {
  UPCOMING: 'PreOrder',
  ON_SALE: 'InStock',
  CANCELLED: 'Discontinued',
  UNCONFIRMED: 'OutOfStock',
};

/**
 * Returns a book in schema.org's vocabulary: the work, and the edition that is sold. Includes a
 * date only if it is known to the day.
 */
export function toSchemaOrg(book: BookFacts, url: string): object {
  const { isbn, edition, release, publisher } = book;
  const published = release.precision === 'DAY' && { datePublished: release.earliest };
  const [series] = book.series;
  return {
    '@context': 'https://schema.org',
    '@type': 'Book',
    '@id': url,
    name: bookTitle(book),
    url,
    inLanguage: 'ja',
    ...(isbn && { isbn }),
    ...(book.coverUrl && { image: book.coverUrl }),
    ...peopleOf(book.contributors),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...published,
    ...(series && { isPartOf: { '@type': 'BookSeries', name: series.name } }),
    ...(isbn && {
      workExample: {
        '@type': 'Book',
        isbn,
        inLanguage: 'ja',
        ...(edition && { bookEdition: edition }),
        ...published,
      },
    }),
    ...offersOf(book, url),
  };
}

/** The creators by property; a comic's artist counts as an author. */
const PROPERTIES: [property: string, roles: ContributorRole[]][] = [
  ['author', OWN_WORK_ROLES],
  ['illustrator', ['ILLUSTRATOR']],
  ['editor', ['EDITOR']],
  ['translator', ['TRANSLATOR']],
];

function peopleOf(contributors: BookFacts['contributors']): object {
  return Object.fromEntries(
    PROPERTIES.map(([property, roles]): [string, object[]] => [
      property,
      contributors
        .filter(({ role }) => roles.includes(role))
        .map(({ name }) => ({ '@type': 'Person', name })),
    ]).filter(([, people]) => people.length > 0),
  );
}

function offersOf({ priceWithTax, status, productUrl, release }: BookFacts, url: string): object {
  if (priceWithTax === null) return {};
  const price = { price: priceWithTax, priceCurrency: 'JPY' };
  return {
    offers: {
      '@type': 'Offer',
      ...price,
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        ...price,
        valueAddedTaxIncluded: true,
      },
      availability: `https://schema.org/${availability[status]}`,
      ...(status === 'UPCOMING' &&
        release.precision === 'DAY' && { availabilityStarts: release.earliest }),
      url: productUrl ?? url,
    },
  };
}
