import { describe, expect, it } from 'vitest';
import { weakFormats } from '../../auth/password/weakFormats.ts';
import { resources, templates } from './synthesize.ts';

const parameters = () => templates().service.toJSON().Parameters;

describe('the sign-in function', () => {
  it('is told by parameters which weak formats it takes, and how long a refusal waits', () => {
    const variables = resources('AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment?.Variables ?? {})
      .find(({ ORIGIN_SECRET, SIGNING_KEY_ID }) => ORIGIN_SECRET && SIGNING_KEY_ID);
    expect(variables).toMatchObject({
      WEAK_PASSWORD_FORMATS: { Ref: 'WeakPasswordFormats' },
      REFUSAL_MS: { Ref: 'RefusalMilliseconds' },
    });
  });

  it('takes no weak format unless the deployment names it', () => {
    expect(parameters().WeakPasswordFormats.Default).toBe('');
  });

  it('starts with whatever the parameter of weak formats lets in, and with nothing else', () => {
    const pattern = new RegExp(parameters().WeakPasswordFormats.AllowedPattern);
    for (const text of [
      '',
      'noop',
      'MD5, SHA-1',
      'SHA-256 ,noop,MD5',
      'md5',
      'MD5;SHA-1',
      'bcrypt',
      'MD5,SHA-512',
      'constructor',
    ]) {
      expect(pattern.test(text), text).toBe(weakFormats.safeParse(text).success);
    }
  });
});
