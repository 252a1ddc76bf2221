import { describe, expect, it } from 'vitest';
import {
  runInvocation,
  startInvocation,
} from '../../../local/services/appsync/utils/invocation.ts';
import { request, response } from '../../../resolvers/Mutation.disconnectSession.ts';
import { answered, asked, aWorkflow } from './resolving.ts';

const id = '3f2c0e6e-6f0a-4b53-9d0e-0a8f3a1f2b11';
const looksFor = (sent: string) =>
  request(asked({ identity: aWorkflow, args: { id: sent } })).variableMap?.[':id'];

describe('closing the connections of a session', () => {
  it('disconnectSession looks up the named session', () => {
    expect(looksFor(id)).toBe(id);
  });

  // The column is ASCII: the database rejects a comparison with other characters.
  it.each(['雪国', '💡', '\u200b', `${id}\n`, `${id}\u2028`, `${id} `, `${id}0`, ''])(
    'disconnectSession looks up no session for %j, which cannot be a session’s id',
    (sent) => {
      expect(looksFor(sent)).toBe('');
    },
  );

  it.each([
    ['has ended', id, [{ id }]],
    ['goes on, or is not there', null, []],
  ])('disconnectSession answers for a session that %s with %j', (_, answer, found) => {
    const invocation = startInvocation();
    const asking = asked({ identity: aWorkflow, args: { id }, result: answered(found) });
    runInvocation(invocation, () => expect(response(asking)).toBe(answer));
    expect(invocation.invalidations.map(({ payload }) => payload)).toEqual(
      answer === null ? [] : [{ sid: id }],
    );
  });
});
