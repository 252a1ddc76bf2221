import type { Path } from 'react-router';
import { catalogueAddress } from '../../lib/catalogueAddress.ts';
import type { Asked } from './Asked.ts';

/** Returns the address of the sign-in page, with the address to return to. */
export function signInAddress(from: Path): string {
  return `/sign-in?${new URLSearchParams({ to: from.pathname + from.search })}`;
}

/**
 * Returns the sign-in address for a request: it leads on to the page of the book, contributor or
 * series, where the button stands beside the text of the consent. An address alone gives no
 * consent.
 */
export function signInToAsk(asked: Asked): string {
  const to = 'kind' in asked ? catalogueAddress(asked.kind, asked.id) : `/books/${asked.id}`;
  return `/sign-in?${new URLSearchParams({ to, ask: '' })}`;
}

/** Returns the address to go to after signing in: always a page of this app. */
export function returnAddress(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}
