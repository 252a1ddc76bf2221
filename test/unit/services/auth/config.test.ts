import { describe, expect, it } from 'vitest';
import { readAuthConfig } from '../../../../services/auth/config.ts';

const environment = {
  SIGNING_KEYS: 'SigningKey=1111,SigningKey2=2222',
  SIGNING_KEY: 'SigningKey',
  ISSUER: 'https://shinkan.example',
  AUDIENCE: 'shinkan',
  OPERATOR_MEMBER_IDS: '',
  ORIGIN_SECRET: 'a secret of the origin',
  SITE_URL: 'https://shinkan.example',
  WEAK_PASSWORD_FORMATS: '',
  ENCODER_SECRET: '',
  REFUSAL_MS: '500',
  SIGN_INS_PER_MINUTE: '1200',
};

describe('the signing key', () => {
  it.each([
    ['SigningKey', '1111'],
    ['SigningKey2', '2222'],
  ])('readAuthConfig returns the id of the named signing key: %s', (name, id) => {
    expect(readAuthConfig({ ...environment, SIGNING_KEY: name }).signingKeyId).toBe(id);
  });

  it('readAuthConfig refuses a signing key that is not published', () => {
    expect(() => readAuthConfig({ ...environment, SIGNING_KEY: 'SigningKey3' })).toThrow(
      'SIGNING_KEY is SigningKey3, expected one of SigningKey, SigningKey2',
    );
  });

  it.each(['', 'SigningKey', 'SigningKey=', 'SigningKey=1111,'])(
    'readAuthConfig refuses the list of signing keys "%s"',
    (list) => {
      expect(() => readAuthConfig({ ...environment, SIGNING_KEYS: list })).toThrow('SIGNING_KEYS');
    },
  );
});

describe('settings for stored passwords', () => {
  it.each([
    ['', []],
    ['MD5', ['MD5']],
    ['noop , SHA-1,SHA-256', ['noop', 'SHA-1', 'SHA-256']],
  ])('readAuthConfig reads the weak formats %j as %j', (text, formats) => {
    const config = readAuthConfig({ ...environment, WEAK_PASSWORD_FORMATS: text });
    expect([...config.passwords.weakFormats]).toEqual(formats);
  });

  it.each([
    ['WEAK_PASSWORD_FORMATS', 'md5'],
    ['WEAK_PASSWORD_FORMATS', 'MD5,bcrypt'],
    ['REFUSAL_MS', ''],
    ['REFUSAL_MS', '0'],
    ['REFUSAL_MS', 'soon'],
  ])('readAuthConfig throws if %s is %j', (name, value) => {
    expect(() => readAuthConfig({ ...environment, [name]: value })).toThrow(name);
  });
});
