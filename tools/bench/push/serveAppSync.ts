// The local AppSync with the product's schema, and resolvers without data sources. Like the
// deployed one, the subscription's resolver sets a filter.
import { EVERYTHING } from '../../../local/services/iam/readStatements.ts';
import { startBenchApi } from '../lib/startBenchApi.ts';
import { apiKey, published, publisher } from './event.ts';

const filter = {
  filterGroup: [
    { filters: [{ fieldName: 'kind', operator: 'in', value: ['RESCHEDULED', 'ON_SALE'] }] },
  ],
};
const url = await startBenchApi(
  apiKey,
  [
    {
      typeName: 'Mutation',
      fieldName: 'publishBookEvent',
      response: `return ${JSON.stringify(published)};`,
    },
    {
      typeName: 'Subscription',
      fieldName: 'onBookEvent',
      response: `extensions.setSubscriptionFilter(${JSON.stringify(filter)}); return null;`,
    },
  ],
  {
    [publisher.accessKeyId]: {
      secretAccessKey: publisher.secretAccessKey,
      arn: 'arn:aws:iam::000000000000:user/bench',
      accountId: '000000000000',
      username: 'bench',
      statements: [EVERYTHING],
    },
  },
);
console.log(url);
