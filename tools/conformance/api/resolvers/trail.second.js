import { runtime, util } from '@aws-appsync/utils';

export function request(ctx) {
  ctx.stash.trail.push('second asks');
  switch (ctx.args.second) {
    case 'early':
      runtime.earlyReturn('early second');
      return null;
    case 'next':
      runtime.earlyReturn('early second', { skipTo: 'NEXT' });
      return null;
    case 'end':
      runtime.earlyReturn('early second', { skipTo: 'END' });
      return null;
    case 'error':
      util.error('stopped in the second', 'Stopped');
      return null;
    case 'append':
      util.appendError('told by the second', 'Told');
      return { payload: 'second' };
    default:
      return { payload: 'second' };
  }
}

export function response(ctx) {
  ctx.stash.trail.push('second answers');
  return `${ctx.prev.result}, ${ctx.result}`;
}
