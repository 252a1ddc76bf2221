import type { Path } from 'react-router';

/** The sign-in page, with where to return to. */
export function signInAddress(from: Path): string {
  return `/sign-in?${new URLSearchParams({ to: from.pathname + from.search })}`;
}

/**
 * The sign-in page for who wants to be told of a book: it leads on to the book's own page, where the
 * button stands beside the words that it agrees to. An address by itself agrees to nothing.
 */
export function signInToAsk(bookId: string): string {
  return `/sign-in?${new URLSearchParams({ to: `/books/${bookId}`, ask: '' })}`;
}

/** Where to go after signing in: only ever a page of this app. */
export function returnAddress(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
