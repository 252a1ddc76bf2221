import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CONSENT_WORDINGS } from '../../domain/consent/consentWordings.ts';
import { demoMembers } from '../../tools/shop/members.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { expectAccessible } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };
/** An ingest run may have to wait for one that another test started. */
const LONG = { timeout: 150_000 };
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;
const [hanako] = demoMembers;
if (hanako === undefined) throw new Error('The sample shop has no members');
const { login, password, name } = hanako;

const dialogOn = (page: Page) => page.getByRole('dialog');
const isGone = { ...PATIENCE, state: 'detached' } as const;

/** The text of the focused element. */
const focusOn = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('Subscribing before signing in', LONG, () => {
  it('a guest subscribes by keyboard alone over the current list, and can undo it', async () => {
    const book = given.aRowFor(aTitle('波止場の手旗'));
    await when.thePartnerDelivers(book);
    const path = `/?${new URLSearchParams({ text: book.書名 ?? '' })}`;
    const { page, context } = await given.aVisitTo(path);
    const card = page.getByRole('article').filter({ hasText: book.書名 ?? '' });
    const ask = card.getByRole('button', { name: '発売を知らせて' });

    // Opened and closed, it returns focus to where it was
    await ask.press('Enter', PATIENCE);
    await dialogOn(page).waitFor(PATIENCE);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await dialogOn(page).waitFor(isGone);
    expect(await focusOn(page)).toBe('発売を知らせて');

    // Focus stays inside the open dialog: after its last element comes the browser's own
    await page.keyboard.press('Enter');
    await dialogOn(page).waitFor(PATIENCE);
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(
        () => document.activeElement?.closest('dialog, body')?.tagName,
      );
      const isOutside = await page.evaluate(
        () =>
          document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
      );
      expect(isOutside, where).toBe(false);
    }

    // A wrong password is announced and focused
    await page.getByLabel('会員ID').fill(login);
    const field = page.getByLabel('パスワード', { exact: true });
    await field.fill('not this one');
    await page.keyboard.press('Enter');
    await dialogOn(page)
      .getByRole('alert')
      .getByText('会員IDかパスワードが違います。')
      .waitFor(PATIENCE);

    // The right one subscribes on the spot
    await dialogOn(page).getByText(CONSENT_WORDINGS.JA_1).waitFor(PATIENCE);
    await field.fill(password);
    await page.keyboard.press('Enter');
    await dialogOn(page).waitFor(isGone);
    await card.getByRole('button', { name: 'お知らせします' }).waitFor(PATIENCE);
    expect(await focusOn(page)).toBe('お知らせします');
    expect(page.url()).toBe(`${testStack().web}${path}`);

    // And undoes it
    const said = page.getByRole('status').filter({ hasText: '発売されたらお知らせします' });
    await said.getByRole('button', { name: '元に戻す' }).press('Enter', PATIENCE);
    await ask.waitFor(PATIENCE);
    // Confirmed once it is done
    await page.getByText('お知らせを取り消しました').waitFor(PATIENCE);
    await page.reload();
    await ask.waitFor(PATIENCE);
    await context.close();
  });

  it('the dialog closes when its page is left, even before it has appeared', async () => {
    const book = given.aRowFor(aTitle('渡し舟の行方'));
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aVisitTo('/calendar');
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
    const home = page.getByRole('banner').getByRole('link').first();
    const isHome = () => page.waitForURL(`${testStack().web}/`, PATIENCE);
    const way = page.getByRole('banner').getByRole('link', { name: 'ログイン' });

    // It loads slowly: the pressed button says so, and the next page is not covered by it
    const held: (() => Promise<void>)[] = [];
    await page.route(/SignInDialog/, async (route) => {
      await new Promise<void>((resolve) => {
        held.push(async () => resolve());
      });
      await route.continue();
    });
    await way.click(PATIENCE);
    await page.locator('a[aria-busy="true"]').waitFor(PATIENCE);
    await home.click();
    await isHome();
    await Promise.all(held.map((release) => release()));
    await page.locator('a[aria-busy="true"]').waitFor(isGone);
    expect(await dialogOn(page).count()).toBe(0);

    // Going back with the dialog open
    await way.click();
    await dialogOn(page).waitFor(PATIENCE);
    await page.goBack();
    await page.waitForURL(/\/calendar/, PATIENCE);
    await dialogOn(page).waitFor(isGone);
    await context.close();
  });

  it('the dialog works in English as well, and the subscription survives a reload', async () => {
    const title = `${aTitle('桟橋の朝')} ${'とても長い題名'.repeat(5)}`;
    const book = given.aRowFor(title, { 巻次: '17' });
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aVisitTo(`/en/books/isbn-${book.ISBN}`);
    await page.getByRole('button', { name: 'Tell me when it’s out' }).click(PATIENCE);
    const dialog = page.getByRole('dialog', { name: 'Sign in to be told of its release' });
    await dialog.getByText(`${title} 17`).waitFor(PATIENCE);
    await dialog.getByLabel('Member name').fill(login);
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in and be told' }).click();
    const asked = page.getByRole('button', { name: 'We will tell you' });
    await asked.waitFor(PATIENCE);
    // Confirmed once it is done, for this volume
    const said = page.getByRole('status').filter({ hasText: /^We will tell you when/ });
    await said.getByText('… 17').waitFor(PATIENCE);
    await page.reload();
    await asked.waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('subscribing deep in a long list loses neither the list nor the place', async () => {
    const { page, context } = await given.aVisitTo('/');
    const cards = page.locator('.timeline article');
    await cards.first().waitFor(PATIENCE);
    const last = cards.filter({ has: page.getByRole('button', { name: '発売を知らせて' }) }).last();
    // By its address: other tests announce books with the same title, and the list grows.
    const address = await last.getByRole('heading').getByRole('link').getAttribute('href');
    const card = cards.filter({ has: page.locator(`a[href="${address}"]`) });
    const before = await cards.count();
    await card.getByRole('button', { name: '発売を知らせて' }).click();
    await dialogOn(page).waitFor(PATIENCE);
    const place = (await card.boundingBox())?.y;
    await page.getByLabel('会員ID').fill(login);
    await page.getByLabel('パスワード', { exact: true }).fill(password);
    await when.theyChange(page, 'SubscribeToBook', () => page.keyboard.press('Enter'));
    await dialogOn(page).waitFor(isGone);
    const asked = card.getByRole('button', { name: 'お知らせします' });
    await asked.waitFor(PATIENCE);
    expect(await cards.count()).toBeGreaterThanOrEqual(before);
    expect((await card.boundingBox())?.y).toBeCloseTo(place ?? 0, 0);
    // Subscribed books say so, although they were listed for a guest
    await asked.click();
    await card.getByRole('button', { name: '発売を知らせて' }).waitFor(PATIENCE);
    await context.close();
  });
});

describe('Signing in', LONG, () => {
  it('a member signs in on the current page and sees their subscriptions there', async () => {
    const book = given.aRowFor(aTitle('灯台守の夜食'));
    await when.thePartnerDelivers(book);
    const path = `/books/isbn-${book.ISBN}`;
    const member = await given.aMemberAt('hanako', path);
    await when.theyAskToBeTold(member.page);
    await member.context.close();

    const { page, context, complaints } = await given.aVisitTo(path);
    await page.getByRole('button', { name: '発売を知らせて' }).waitFor(PATIENCE);
    await page.getByRole('banner').getByRole('link', { name: 'ログイン' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'ログイン' });
    await dialog.getByLabel('会員ID').fill(login);
    await dialog.getByLabel('パスワード', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByText(`${name} さん`).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'お知らせします' }).waitFor(PATIENCE);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(new URL(page.url()).pathname).toBe(path);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the sign-in dialog is accessible in both languages and themes, on a phone', async () => {
    const book = given.aRowFor(`${aTitle('索引のない地図')} ${'とても長い題名'.repeat(14)}`);
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aVisitTo('/');
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, `/books/isbn-${book.ISBN}`, async () => {
      await page
        .getByRole('button', { name: /^(発売を知らせて|Tell me when it’s out)$/ })
        .click(PATIENCE);
      await dialogOn(page).waitFor(PATIENCE);
    });
    await context.close();
  });

  it('the sign-in dialog reports an unreachable service and offers a retry', async () => {
    const { page, context } = await given.aVisitTo('/');
    await page.route('**/auth/token', (route) => route.abort());
    await page.getByRole('banner').getByRole('link', { name: 'ログイン' }).click(PATIENCE);
    await page.getByLabel('会員ID').fill(login);
    await page.getByLabel('パスワード', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('いまログインできません。').waitFor(PATIENCE);
    await page.unroute('**/auth/token');
    await page.keyboard.press('Enter');
    await page.getByText(`${name} さん`).waitFor(PATIENCE);
    await context.close();
  });
});
