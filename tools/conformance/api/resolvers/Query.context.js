import { util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  return {
    args: ctx.args,
    arguments: ctx.arguments,
    source: ctx.source,
    stash: ctx.stash,
    env: ctx.env,
    identity: ctx.identity,
    error: ctx.error,
    info: ctx.info,
    domainName: ctx.request.domainName,
    header: ctx.request.headers['x-conformance'],
    authType: util.authType(),
  };
}
