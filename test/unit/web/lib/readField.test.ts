import { describe, expect, it } from 'vitest';
import { readField } from '../../../../web/src/lib/readField.ts';

describe('a field of an answer', () => {
  it('is read as what it is', () => {
    const answer: unknown = { access_token: 'abc', expires_in: 600 };
    expect(readField('/auth/token', answer, 'access_token', 'string')).toBe('abc');
    expect(readField('/auth/token', answer, 'expires_in', 'number')).toBe(600);
  });

  it.each([{}, { apiKey: '' }, { apiKey: 3 }, null, 'text'])(
    'is refused by name in %j',
    (answer) => {
      expect(() => readField('/config.json', answer, 'apiKey', 'string')).toThrow(
        /^\/config\.json: expected "apiKey" to be a string, got/,
      );
    },
  );
});
