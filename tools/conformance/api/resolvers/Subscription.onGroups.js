import { extensions } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  extensions.setSubscriptionFilter({ filterGroup: ctx.args.groups.filterGroup });
  return null;
}
