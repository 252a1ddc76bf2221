import { expect, it } from 'vitest';
import { readAuthConfig } from '../../../auth/config.ts';

const environment = {
  SIGNING_KEY_ID: 'key',
  ISSUER: 'https://shinkan.example',
  AUDIENCE: 'shinkan',
  OPERATOR_MEMBER_IDS: '',
  ORIGIN_SECRET: 'a secret of the origin',
  SITE_URL: 'https://shinkan.example',
  WEAK_PASSWORD_FORMATS: '',
  ENCODER_SECRET: '',
  REFUSAL_MS: '500',
};

it.each([
  ['', []],
  ['MD5', ['MD5']],
  ['noop , SHA-1,SHA-256', ['noop', 'SHA-1', 'SHA-256']],
])('weak formats %j are %j', (text, formats) => {
  const config = readAuthConfig({ ...environment, WEAK_PASSWORD_FORMATS: text });
  expect([...config.passwords.weakFormats]).toEqual(formats);
});

it.each([
  ['WEAK_PASSWORD_FORMATS', 'md5'],
  ['WEAK_PASSWORD_FORMATS', 'MD5,bcrypt'],
  ['REFUSAL_MS', ''],
  ['REFUSAL_MS', '0'],
  ['REFUSAL_MS', 'soon'],
])('a function whose %s is %j does not start', (name, value) => {
  expect(() => readAuthConfig({ ...environment, [name]: value })).toThrow(name);
});
