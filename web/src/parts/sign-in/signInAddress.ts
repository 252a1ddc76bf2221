import type { Path } from 'react-router';
import { catalogueAddress } from '../../lib/catalogueAddress.ts';
import type { Asked } from './Asked.ts';

/** The sign-in page, with where to return to. */
export function signInAddress(from: Path): string {
  return `/sign-in?${new URLSearchParams({ to: from.pathname + from.search })}`;
}

/**
 * The sign-in page for who wants to be told of something: it leads on to the page of the book, or of
 * whoever's new books are asked for, where the button stands beside the words that it agrees to. An
 * address by itself agrees to nothing.
 */
export function signInToAsk(asked: Asked): string {
  const to = 'kind' in asked ? catalogueAddress(asked.kind, asked.id) : `/books/${asked.id}`;
  return `/sign-in?${new URLSearchParams({ to, ask: '' })}`;
}

/** Where to go after signing in: only ever a page of this app. */
export function returnAddress(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
