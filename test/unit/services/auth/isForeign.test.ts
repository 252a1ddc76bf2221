import { describe, expect, it } from 'vitest';
import { isForeign } from '../../../../services/auth/isForeign.ts';

const site = 'https://shinkan.example';
const ours = { origin: site, 'sec-fetch-site': 'same-origin', 'x-requested-with': 'shinkan' };

const judge = (path: string, headers: { [name: string]: string }) =>
  isForeign(
    { method: 'POST', path, headers, cookies: {}, body: Buffer.from('{}'), address: '203.0.113.7' },
    site,
  );

describe.each(['/auth/token', '/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere'])(
  '%s',
  (path) => {
    it('isForeign accepts requests of the web app, even from a browser that sends fewer headers', () => {
      expect(judge(path, ours)).toBe(false);
      expect(judge(path, { origin: site, 'x-requested-with': 'shinkan' })).toBe(false);
    });

    it.each([
      'null',
      '',
      'https://elsewhere.example',
      'https://shop.shinkan.example',
      'https://shinkan.example.elsewhere.example',
      'https://shinkan.example:8443',
      'http://shinkan.example',
      'https://SHINKAN.example',
      'https://shinkan.example/',
    ])('isForeign refuses the origin "%s"', (origin) => {
      expect(judge(path, { ...ours, origin })).toBe(true);
    });

    it.each(['cross-site', 'same-site', 'none', ''])(
      'isForeign refuses Sec-Fetch-Site "%s", whatever the other headers',
      (relation) => expect(judge(path, { ...ours, 'sec-fetch-site': relation })).toBe(true),
    );

    it.each(['/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere'])(
      'isForeign refuses %s without our own header',
      (resting) => {
        expect(judge(resting, { origin: site })).toBe(true);
        expect(judge(resting, {})).toBe(true);
        expect(judge(resting, { ...ours, 'x-requested-with': 'XMLHttpRequest' })).toBe(true);
      },
    );
  },
);

it('isForeign lets a program sign in, and continue with its cookie', () => {
  expect(judge('/auth/token', {})).toBe(false);
  expect(judge('/auth/refresh', { 'x-requested-with': 'shinkan' })).toBe(false);
});
