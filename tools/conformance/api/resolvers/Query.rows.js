import { toJsonObject } from '@aws-appsync/utils/rds';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { value: toJsonObject(ctx.args.text) };
}
