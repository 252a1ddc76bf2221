import type { Path } from 'react-router';

/** The sign-in page, with where to return to and the book that was asked for before. */
export function signInAddress(from: Path, bookId?: string): string {
  const search = new URLSearchParams({ to: from.pathname + from.search });
  if (bookId) search.set('subscribe', bookId);
  return `/sign-in?${search}`;
}

/** Where to go after signing in: only ever a page of this app. */
export function returnAddress(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
