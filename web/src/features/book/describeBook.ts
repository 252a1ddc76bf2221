import type { BookPageQuery } from '../../generated/documents.ts';

type BookOfPage = NonNullable<BookPageQuery['book']>;

/** What machines are told of a book. */
export interface BookFacts
  extends Pick<
    BookOfPage,
    | 'isbn'
    | 'title'
    | 'volume'
    | 'edition'
    | 'publisher'
    | 'series'
    | 'priceWithTax'
    | 'coverUrl'
    | 'productUrl'
    | 'status'
    | 'release'
  > {
  contributors: Pick<BookOfPage['contributors'][number], 'name' | 'role'>[];
}

const availability = {
  UPCOMING: 'PreOrder',
  ON_SALE: 'InStock',
  CANCELLED: 'Discontinued',
  UNCONFIRMED: 'OutOfStock',
};

/** The title with what tells this volume from the others. */
export function bookTitle({ title, volume }: Pick<BookFacts, 'title' | 'volume'>): string {
  return volume ? `${title} ${volume}` : title;
}

/**
 * A book in the vocabulary of schema.org: the work, and the edition that is sold. Only a date known to
 * the day is given as one.
 */
export function describeBook(book: BookFacts, url: string): object {
  const { isbn, edition, release, publisher } = book;
  const authors = book.contributors.filter(
    ({ role }) => role === 'AUTHOR' || role === 'UNSPECIFIED',
  );
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
    author: authors.map(({ name }) => ({ '@type': 'Person', name })),
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
