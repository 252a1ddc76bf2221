import { runtime } from '@aws-appsync/utils';

export function request(ctx) {
  ctx.stash.trail = ['before'];
  if (ctx.args.before === 'early') runtime.earlyReturn('early');
  return 'start';
}

export function response(ctx) {
  return { prev: ctx.prev.result, result: ctx.result, trail: ctx.stash.trail };
}
