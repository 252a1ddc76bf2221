import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoMembers } from '../../tools/shop/members.ts';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { postCredentials } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { signInOn, tellStories } from '../support/story.ts';

const { given } = tellStories();

const taro = demoMembers.find(({ login }) => login === 'taro');
if (taro === undefined) throw new Error('The sample shop has no taro');

// Other tests try the sample shop's members too, before and after this one.
const forgetTries = () => openStackDatabase(testStack()).execute('delete from sign_in_throttle');
beforeEach(forgetTries);
afterEach(forgetTries);

async function strangersGuess(login: string): Promise<void> {
  const guesses = Array.from({ length: 12 }, () =>
    postCredentials(testStack(), { login, password: 'guess' }),
  );
  expect((await Promise.all(guesses)).map(({ status }) => status)).toContain(429);
}

const greeting = (page: Page) => page.getByText(`${taro.name} さん`).first();

it('a member under a guessing attack can sign in on a known device, and learns elsewhere how long to wait', async () => {
  const known = await given.aMemberAt('taro', '/');
  await known.page.getByRole('button', { name: 'ログアウト' }).first().click();
  await known.page.getByRole('link', { name: 'ログイン' }).first().waitFor();
  await strangersGuess('taro');

  const other = await given.aVisitTo('/sign-in');
  await signInOn(other.page, taro.login, taro.password);
  await expect
    .poll(() => other.page.getByRole('alert').textContent(), { timeout: 30_000 })
    .toMatch(
      /^短い時間に何度もログインが試されたため、いまは受け付けられません。約1[45]分たってから/,
    );
  await other.page.goto(`${testStack().web}/en/sign-in`);
  await other.page.getByLabel('Member name').fill(taro.login);
  await other.page.getByLabel('Password', { exact: true }).fill(taro.password);
  await other.page.getByRole('button', { name: 'Sign in' }).last().click();
  await expect
    .poll(() => other.page.getByRole('alert').textContent(), { timeout: 30_000 })
    .toMatch(/^There were too many attempts to sign in\. Please try again in about 1[45] minutes/);

  await known.page.goto(`${testStack().web}/sign-in`);
  await signInOn(known.page, taro.login, taro.password);
  await greeting(known.page).waitFor({ timeout: 30_000 });
  await Promise.all([known.context.close(), other.context.close()]);
});
