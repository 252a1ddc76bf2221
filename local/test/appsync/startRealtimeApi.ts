import { onTestFinished } from 'vitest';
import { RealtimeClient } from './realtimeClient.ts';
import { CREDENTIALS } from './signRequest.ts';
import { answering, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { nothing: String, invalidate: String }
type Event { seq: ID!, kind: String, bookId: ID, title: String, extra: AWSJSON, tags: [String] }
type Mutation {
  publish(seq: ID!, kind: String, bookId: ID): Event
  publishMany: [Event]
  remove(userId: ID, times: Int, field: String): String
}
type Subscription {
  onEvent(bookId: ID, kind: String): Event @aws_subscribe(mutations: ["publish"])
  onMany: [Event] @aws_subscribe(mutations: ["publishMany"])
  onFiltered(kind: String): Event @aws_subscribe(mutations: ["publish"])
  onFilteredMany: [Event] @aws_subscribe(mutations: ["publishMany"])
  onOrdered(filter: String!): Event @aws_subscribe(mutations: ["publish"])
  onInvalidated(userId: ID): Event @aws_subscribe(mutations: ["publish"])
  onClosed: Event @aws_subscribe(mutations: ["publish"])
}`;

const RESOLVERS = {
  'Mutation.publish': answering(
    "return { ...ctx.args, title: 'T' + ctx.args.seq, extra: { a: [1] }, tags: ['x'] };",
  ),
  'Query.invalidate': answering(
    "extensions.invalidateSubscriptions({ subscriptionField: 'onInvalidated', payload: {} }); return 'x';",
  ),
  'Mutation.publishMany': answering("return [{ seq: '1' }, { seq: '2' }];"),
  'Mutation.remove': answering(
    `const { userId, times, field } = ctx.args;
     for (const n of [0, 1, 2, 3, 4, 5].slice(0, times ?? 1)) {
       extensions.invalidateSubscriptions({
         subscriptionField: field ?? 'onInvalidated',
         payload: n === 0 ? { userId } : { userId: userId + n },
       });
     }
     return 'removed';`,
  ),
  'Subscription.onFiltered': answering(
    `extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ seq: { in: ['1', '2'], eq: '9' } }));
     return null;`,
  ),
  'Subscription.onFilteredMany': answering(
    `extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ seq: { ne: 'x' } }));
     return null;`,
  ),
  'Subscription.onOrdered': answering(
    'extensions.setSubscriptionFilter(JSON.parse(ctx.args.filter)); return null;',
  ),
  'Subscription.onInvalidated': answering(
    `extensions.setSubscriptionFilter({ filterGroup: [] });
     if (ctx.args.userId) {
       extensions.setSubscriptionInvalidationFilter(
         util.transform.toSubscriptionFilter({ userId: { eq: ctx.args.userId } }),
       );
     }
     return null;`,
  ),
  'Subscription.onClosed': answering("util.error('Cannot return null to strangers', 'Closed');"),
};

/** The default selection of mutations. */
export const ALL = '{ seq kind bookId title extra }';

/** An API with subscriptions, until the test ends. */
export async function startRealtimeApi(more: Partial<TestApi> = {}) {
  const api = await startTestApi({
    schema: SCHEMA,
    resolvers: RESOLVERS,
    options: { signers: CREDENTIALS },
    ...more,
  });
  onTestFinished(() => api.stop());
  const publish = (seq: string, rest = '', selection = ALL) =>
    api.ask(`mutation { publish(seq: "${seq}"${rest}) ${selection} }`);
  return {
    ...api,
    publish,
    connect: () => keep(RealtimeClient.ready(api.realtimeUrl)),
  };
}

/** A client that is closed when the test ends. */
export async function keep(client: RealtimeClient | Promise<RealtimeClient>) {
  const kept = await client;
  onTestFinished(() => kept.close());
  return kept;
}
