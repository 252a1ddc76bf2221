import { describe, expect, it } from 'vitest';
import { readField } from '../../../../web/src/lib/readField.ts';

describe('readField', () => {
  it('readField returns a field of the expected type', () => {
    const answer: unknown = { access_token: 'abc', expires_in: 600 };
    expect(readField('/auth/token', answer, 'access_token', 'string')).toBe('abc');
    expect(readField('/auth/token', answer, 'expires_in', 'number')).toBe(600);
  });

  it.each([{}, { apiKey: '' }, { apiKey: 3 }, null, 'text'])(
    'readField rejects %j and names the field',
    (answer) => {
      expect(() => readField('/config.json', answer, 'apiKey', 'string')).toThrow(
        /^\/config\.json: expected "apiKey" to be a string, got/,
      );
    },
  );
});
