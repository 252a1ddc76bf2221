import type { BookOfPage } from './BookView.tsx';

const availability = {
  UPCOMING: 'PreOrder',
  ON_SALE: 'InStock',
  CANCELLED: 'Discontinued',
  UNCONFIRMED: 'OutOfStock',
};

/** A book in the vocabulary of schema.org. Only a date known to the day is given as one. */
export function describeBook(book: BookOfPage, url: string): object {
  const { release, priceWithTax } = book;
  const authors = book.contributors.filter(
    ({ role }) => role === 'AUTHOR' || role === 'UNSPECIFIED',
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'Book',
    name: book.title,
    url,
    ...(book.isbn && { isbn: book.isbn }),
    ...(book.coverUrl && { image: book.coverUrl }),
    ...(book.publisher && { publisher: { '@type': 'Organization', name: book.publisher } }),
    ...(release.precision === 'DAY' && { datePublished: release.earliest }),
    author: authors.map(({ name }) => ({ '@type': 'Person', name })),
    ...(priceWithTax !== null && {
      offers: {
        '@type': 'Offer',
        price: priceWithTax,
        priceCurrency: 'JPY',
        availability: `https://schema.org/${availability[book.status]}`,
        url: book.productUrl ?? url,
      },
    }),
  };
}
