import { extensions, util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  const same = { run: { eq: ctx.args.run } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(same));
  extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter(same));
  return null;
}
