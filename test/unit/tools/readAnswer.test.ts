import { describe, expect, it } from 'vitest';
import { isRefusedInFront, readAnswer } from '../../../tools/testing/graphql.ts';

const LONG = 'x'.repeat(8_193);
const SHORT = 'x'.repeat(8_192);
const forbidden = (body: string) => new Response(body, { status: 403 });
const PASSED_ON = '{"errors":[{"errorType":"WAFForbiddenException","message":"403 Forbidden"}]}';

describe('an answer of the API', () => {
  it.each([PASSED_ON, '<html>403 Forbidden</html>'])(
    'an answer may be %s to a body above 8 KB, from what is in front of the API',
    async (body) => {
      const answer = await readAnswer(forbidden(body), LONG);
      expect(answer.data).toBeNull();
      expect(isRefusedInFront(answer)).toBe(true);
    },
  );

  it.each([PASSED_ON, '<html>403 Forbidden</html>'])(
    'an answer is not %s to a smaller body',
    async (body) => {
      await expect(readAnswer(forbidden(body), SHORT)).rejects.toThrow(
        'refused in front of the API: 8192 bytes',
      );
    },
  );

  it('an answer is otherwise the API’s own', async () => {
    const denied = { data: null, errors: [{ message: 'no', errorType: 'Unauthorized' }] };
    const answer = await readAnswer(forbidden(JSON.stringify(denied)), LONG);
    expect(answer).toEqual(denied);
    expect(isRefusedInFront(answer)).toBe(false);
    await expect(readAnswer(new Response('x', { status: 500 }), LONG)).rejects.toThrow('JSON');
  });
});
