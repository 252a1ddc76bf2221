import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { bookEvents } from './bookEvents.ts';
import { eachOfList } from './eachOfList.ts';
import { subscribedBooks } from './subscribedBooks.ts';

/** Stores each book once, by id, so that an update reaches every place that shows it. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          upcomingBooks: relayStylePagination(['filter', 'orderBy']),
          booksByRelease: relayStylePagination(['precision', 'earliest', 'latest']),
          bookEvents,
        },
      },
      Viewer: {
        fields: {
          subscriptions: subscribedBooks,
          standingSubscriptions: relayStylePagination(),
          mails: relayStylePagination(),
        },
      },
      Book: { fields: { contributors: { merge: eachOfList }, series: { merge: eachOfList } } },
      Contributor: { fields: { upcomingBooks: relayStylePagination() } },
      Series: { fields: { upcomingBooks: relayStylePagination() } },
      BookEvent: { keyFields: ['seq'] },
      BookSubscription: { keyFields: ['bookId'] },
    },
  });
}
