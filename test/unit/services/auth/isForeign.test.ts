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
    it('takes what the web app sends, also from a browser that says less', () => {
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
    ])('refuses the origin "%s"', (origin) => {
      expect(judge(path, { ...ours, origin })).toBe(true);
    });

    it.each(['cross-site', 'same-site', 'none', ''])(
      'refuses what the browser calls "%s", whatever else is said',
      (relation) => expect(judge(path, { ...ours, 'sec-fetch-site': relation })).toBe(true),
    );

    it.each(['/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere'])(
      'refuses %s without our own header',
      (resting) => {
        expect(judge(resting, { origin: site })).toBe(true);
        expect(judge(resting, {})).toBe(true);
        expect(judge(resting, { ...ours, 'x-requested-with': 'XMLHttpRequest' })).toBe(true);
      },
    );
  },
);

it('lets a program sign in, and go on with the cookie that it keeps', () => {
  expect(judge('/auth/token', {})).toBe(false);
  expect(judge('/auth/refresh', { 'x-requested-with': 'shinkan' })).toBe(false);
});
