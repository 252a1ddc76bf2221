/** The query of every client, as text that the published clients parse themselves. */
export const UPCOMING = `query Upcoming($first: Int) {
  upcomingBooks(first: $first) { edges { cursor node { id title } } pageInfo { hasNextPage endCursor } }
}`;

export const BOOK = 'query Book($id: ID!) { book(id: $id) { id title subscribed } }';

export const SUBSCRIBE = `mutation Subscribe($bookId: ID!) {
  subscribeToBook(bookId: $bookId) { bookId }
}`;

export const EVENTS = `subscription Events($bookId: ID) {
  onBookEvent(bookId: $bookId) { seq kind book { id title } }
}`;

/** What the subscription returns. */
export interface HeardEvent {
  onBookEvent: { seq: string; kind: string; book: { id: string; title: string } };
}
