import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../../infra/constructs/site/rewriteToApp.js');
// CloudFront calls the function `handler` of the file, which is not a module.
const handler = runInNewContext(`${readFileSync(SOURCE, 'utf8')}; handler`);

describe('rewriting requests to the app', () => {
  it.each(['/', '/books/9784000000000', '/calendar/2027-01', '/me/'])(
    'the distribution answers %s with the page of the app',
    (uri) => {
      expect(handler({ request: { uri } }).uri).toBe('/index.html');
    },
  );

  it.each(['/en', '/en/', '/en/my', '/en/calendar/2027-01'])(
    'the distribution answers %s with the page in English',
    (uri) => {
      expect(handler({ request: { uri } }).uri).toBe('/en/index.html');
    },
  );

  it.each(['/english', '/energy/en'])('the distribution does not treat %s as English', (uri) => {
    expect(handler({ request: { uri } }).uri).toBe('/index.html');
  });

  it.each(['/index.html', '/config.json', '/assets/app-1234.js', '/favicon.svg'])(
    'the distribution leaves the file path %s unchanged',
    (uri) => {
      expect(handler({ request: { uri } }).uri).toBe(uri);
    },
  );
});
