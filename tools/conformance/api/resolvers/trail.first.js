import { runtime, util } from '@aws-appsync/utils';

export function request(ctx) {
  ctx.stash.trail.push('first asks');
  switch (ctx.args.first) {
    case 'early':
      runtime.earlyReturn('early first');
      return null;
    case 'next':
      runtime.earlyReturn('early first', { skipTo: 'NEXT' });
      return null;
    case 'end':
      runtime.earlyReturn('early first', { skipTo: 'END' });
      return null;
    case 'error':
      util.error('stopped in the first', 'Stopped');
      return null;
    case 'append':
      util.appendError('told by the first', 'Told');
      return { payload: 'first' };
    default:
      return { payload: 'first' };
  }
}

export function response(ctx) {
  ctx.stash.trail.push('first answers');
  return `${ctx.prev.result}, ${ctx.result}`;
}
