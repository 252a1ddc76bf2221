import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** Books are kept once, by id, so that news about one reaches every place that shows it. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: { fields: { upcomingBooks: relayStylePagination(['filter']) } },
      Viewer: {
        fields: {
          subscriptions: relayStylePagination(['orderBy']),
          mails: relayStylePagination(),
        },
      },
      BookSubscription: { keyFields: ['bookId'] },
    },
  });
}
