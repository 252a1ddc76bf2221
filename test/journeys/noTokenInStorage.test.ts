import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { everythingKept, type Kept } from '../support/everythingKept.ts';
import { tellStories } from '../support/story.ts';

const { given, when } = tellStories();
const COOKIE = '__Host-rt';
const PATIENCE = { timeout: 30_000 };
/** A JSON Web Token, or anything else in three base64url parts that starts like JSON. */
const LIKE_A_TOKEN = /eyJ[\w-]+\.|Bearer /;

/**
 * What pages store: that somebody is signed in, the state of lists and notices, the last filter.
 */
const REMEMBERED = /^shinkan\.(signedIn|listChanged|notice[\w.]*|upcoming\.filter)/;

/** Collects the tokens issued to this browser from now on. */
function watchTokens(context: BrowserContext): string[] {
  const tokens: string[] = [];
  context.on('response', async (answer) => {
    if (!/\/auth\/(token|refresh)$/.test(answer.url()) || !answer.ok()) return;
    tokens.push((await answer.json()).access_token);
  });
  return tokens;
}

const refreshToken = async (context: BrowserContext) =>
  (await context.cookies(testStack().web)).find(({ name }) => name === COOKIE)?.value ?? '';

/** Where any of these secrets, or anything that looks like a token, is found. */
function placesOf(kept: Kept, secrets: string[]): string[] {
  return Object.entries(kept)
    .filter(([, text]) => LIKE_A_TOKEN.test(text) || secrets.some((one) => text.includes(one)))
    .map(([place]) => place);
}

async function reload(page: Page): Promise<void> {
  const refreshed = page.waitForResponse((answer) => answer.url().endsWith('/auth/refresh'));
  await page.reload();
  await (await refreshed).finished();
  await page.getByRole('button', { name: 'ログアウト' }).waitFor(PATIENCE);
}

describe('bar 06 browser surface: no token in any storage', () => {
  it('no token is stored after signing in, refreshing, using the API and navigating', async () => {
    const book = given.aRowFor(`鍵のない引き出し ${Date.now().toString(36)}`);
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aMemberAt('taro', `/books/isbn-${book.ISBN}`);
    // Opening the page renewed the session as well.
    await page.getByRole('button', { name: 'ログアウト' }).waitFor(PATIENCE);
    const tokens = watchTokens(context);
    const secrets = [await refreshToken(context)];
    await reload(page);
    await when.theyAskToBeTold(page);
    await page.getByRole('link', { name: '待っている本' }).click();
    await page.getByRole('article').first().waitFor(PATIENCE);
    expect(placesOf(await everythingKept(page), [...secrets, ...tokens])).toEqual([]);
    await reload(page);
    secrets.push(await refreshToken(context));

    expect(tokens).toHaveLength(2);
    expect(new Set(secrets.filter((one) => one.length === 43)).size).toBe(2);
    const kept = await everythingKept(page);
    expect(
      Object.keys(JSON.parse(kept.localStorage ?? '{}')).filter((key) => !REMEMBERED.test(key)),
    ).toEqual([]);
    // One service worker is allowed; it keeps the offline page.
    expect([[], [`${testStack().web}/`]]).toContainEqual(JSON.parse(kept.workers ?? '[]'));
    expect(placesOf(kept, [...secrets, ...tokens])).toEqual([]);
    // Nor in what the browser itself saves for this site, except cookies that no script can read
    const state = await context.storageState({ indexedDB: true });
    expect(placesOf({ origins: JSON.stringify(state.origins) }, tokens)).toEqual([]);
    const cookies = state.cookies.map(({ name, httpOnly, secure, sameSite }) => {
      return { name, httpOnly, secure, sameSite };
    });
    const closed = { httpOnly: true, secure: true, sameSite: 'Strict' };
    expect(cookies.sort((one, other) => one.name.localeCompare(other.name))).toEqual([
      { name: '__Host-device', ...closed },
      { name: COOKIE, ...closed },
    ]);
    await context.close();
  });

  it('a token in any storage would be found', async () => {
    const { page, context } = await given.aVisitTo('/');
    const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl';
    await page.evaluate(hideEverywhere, secret);
    expect(placesOf(await everythingKept(page), [secret]).sort()).toEqual([
      'address',
      'caches',
      'cookies',
      'fields',
      'history',
      'indexedDB',
      'localStorage',
      'markup',
      'requests',
      'sessionStorage',
      'window',
    ]);
    await context.close();
  });
});

/** Runs in the page. */
async function hideEverywhere(secret: string): Promise<void> {
  localStorage.setItem('t', secret);
  sessionStorage.setItem('t', secret);
  // biome-ignore lint/suspicious/noDocumentCookie: the plainest way in is the one to try.
  document.cookie = `t=${secret}`;
  Reflect.set(window, 'token', secret);
  history.replaceState({ secret }, '', `/?t=${secret}`);
  document.body.dataset.token = secret;
  const input = document.createElement('input');
  input.value = secret;
  document.body.append(input);
  await (await caches.open('t')).put('/t', new Response(secret));
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('t');
    opening.onupgradeneeded = () => opening.result.createObjectStore('s').put(secret, 1);
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = () => reject(opening.error);
  });
  await (await fetch(`/favicon.svg?t=${secret}`)).text();
  await new Promise((noted) => setTimeout(noted, 100));
}
