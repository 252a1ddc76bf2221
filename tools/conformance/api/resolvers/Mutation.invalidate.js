import { extensions } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  extensions.invalidateSubscriptions({
    subscriptionField: 'onInvalidated',
    payload: { run: ctx.args.run },
  });
  return ctx.args.run;
}
