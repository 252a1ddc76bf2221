import { util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { identity: ctx.identity, authType: util.authType() };
}
