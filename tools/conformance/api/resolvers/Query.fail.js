import { util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  switch (ctx.args.how) {
    case 'error':
      util.error('It is gone', 'Gone', { id: '1', name: 'lost', other: 2 }, { why: 'sold' });
      return null;
    case 'message':
      util.error('It is gone');
      return null;
    case 'append':
      util.appendError('It is worn', 'Worn', { id: '1', name: 'lost' }, 'seen');
      return { id: '2', name: 'kept' };
    case 'twice':
      util.appendError('first', 'Worn');
      util.appendError('second', 'Worn');
      return { id: '2' };
    case 'unauthorized':
      util.unauthorized();
      return null;
    case 'fault':
      return ctx.args.nothing.at;
    default:
      return { id: null };
  }
}
