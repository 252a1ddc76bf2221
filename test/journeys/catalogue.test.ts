import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STANDING_CONSENT_WORDINGS } from '../../domain/consent/standingConsentWordings.ts';
import type { Book } from '../../resolvers/generated/schema.ts';
import { ask, signIn } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { membersOfTheShop, type ShopMember } from '../stack/auth/aMemberOfTheShop.ts';
import { aName, LONG, PATIENCE, phone } from '../support/browsing.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible, findingsOn } from '../support/findingsOn.ts';
import { type StoryBook, signInOn, tellStories } from '../support/story.ts';
import { signOutButton } from '../support/tabs.ts';

const { given, when } = tellStories();
const aMember = membersOfTheShop();

/** A book by this author alone. */
const bookBy = (author: string, words: string) =>
  given.aRowFor(aName(words), { 著者: `${author}|著|` });

const cards = (page: Page) => page.getByRole('main').getByRole('article');
const cardOf = (page: Page, book: StoryBook) =>
  page.getByRole('main').getByRole('article', { name: book.書名 ?? '' });
const toldOf = (page: Page, book: StoryBook) =>
  cardOf(page, book).getByRole('button', { name: 'お知らせします' });
const askForNews = (page: Page) => page.getByRole('button', { name: '新刊を知らせて' });
const roles = (page: Page) => page.getByLabel('お知らせする本');

/** Goes to the author's page by way of the book. */
async function goToTheAuthorOf(page: Page, book: StoryBook, author: string): Promise<void> {
  await page.goto(`${testStack().web}/books/isbn-${book.ISBN}`);
  await page.getByRole('main').getByRole('link', { name: author }).click(PATIENCE);
  await page.getByRole('heading', { level: 1, name: author }).waitFor(PATIENCE);
}

async function signInAs(page: Page, { login, password }: ShopMember): Promise<void> {
  await page.goto(`${testStack().web}/sign-in?to=/my`);
  await signInOn(page, login, password);
  await signOutButton(page).waitFor(PATIENCE);
}

/** A book's subscription state and its contributors. */
async function read(book: StoryBook) {
  const { data } = await ask<{ book: Pick<Book, 'contributors' | 'status'> }>(
    testStack(),
    'query ($id: ID!) { book(id: $id) { status contributors { contributor { id } } } }',
    { id: `isbn-${book.ISBN}` },
  );
  return data?.book;
}

describe('Following an author', () => {
  it(
    'a reader follows an author before signing in, sees the reason for each book, and unfollows exactly that author',
    async () => {
      const author = aName('潮見');
      const [first, asEditor] = [
        bookBy(author, '一作目'),
        given.aRowFor(aName('編んだ本'), { 著者: `${author}|編|` }),
      ];
      await when.thePartnerDelivers(first, asEditor);
      const member = await aMember();
      const { page, context, complaints } = await given.aVisitTo('/');
      await goToTheAuthorOf(page, first, author);
      const address = page.url();
      expect(new URL(address).pathname).toMatch(/^\/contributors\/c-/);
      await expect.poll(() => cards(page).count(), PATIENCE).toBe(2);

      // Over the page, with the consent wording; after sign-in it is carried out
      await askForNews(page).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'ログインして、新刊のお知らせを受け取る' });
      await dialog.getByText(author).waitFor(PATIENCE);
      await dialog.getByText(STANDING_CONSENT_WORDINGS.JA_1).waitFor();
      await dialog.getByLabel('会員ID').fill(member.login);
      await dialog.getByLabel('パスワード', { exact: true }).fill(member.password);
      await when.theyChange(page, 'SubscribeToContributor', () => page.keyboard.press('Enter'));
      await page.getByText(`「${author}」の新刊の案内が届いたらお知らせします`).waitFor(PATIENCE);
      expect(page.url()).toBe(address);

      // Books already announced are covered, except for roles that were not chosen
      await toldOf(page, first).waitFor(PATIENCE);
      await cardOf(page, asEditor).getByRole('button', { name: '発売を知らせて' }).waitFor();
      await when.theyChange(page, 'SubscribeToContributor', () =>
        roles(page).selectOption({ label: '訳書・編著・監修なども、すべて' }),
      );
      await toldOf(page, asEditor).waitFor(PATIENCE);
      await page.reload();
      await toldOf(page, asEditor).waitFor(PATIENCE);
      await expect.poll(() => roles(page).inputValue(), PATIENCE).toBe('all');

      // A new book while the page is open, and its sale
      await page.locator('.live-indicator--live').waitFor(PATIENCE);
      const next = bookBy(author, '二作目');
      await when.thePartnerDelivers(next);
      await when.theShopSells(next.ISBN);
      const notice = page.getByRole('region', { name: '発売のお知らせ' }).getByRole('article');
      await notice
        .getByRole('paragraph')
        .filter({ hasText: next.書名 ?? '' })
        .waitFor(PATIENCE);
      const why = notice.getByRole('listitem').filter({ hasText: `著者「${author}」の新刊を` });
      await why.waitFor(PATIENCE);
      const way = why.getByRole('link', { name: author });
      expect(new URL((await way.getAttribute('href')) ?? '', address).href).toBe(address);

      // Each book on the list gives its reason
      await page.goto(`${testStack().web}/my`);
      await page.getByText('お知らせを頼んだ本 3冊').waitFor(PATIENCE);
      for (const book of [first, asEditor, next]) {
        await cardOf(page, book).getByText(`著者「${author}」の新刊をお待ちのため`).waitFor();
      }
      const section = page.getByRole('region', { name: '新刊を待っている著者・シリーズ' });
      await section.getByRole('link', { name: author }).waitFor();
      await section.getByText('訳書・編著なども').waitFor();

      // Unfollow, follow again and unfollow, in the same place by keyboard
      const stop = section.getByRole('button', { name: `やめる: ${author}` });
      await when.theyChange(page, 'UnsubscribeFromContributor', () => stop.press('Enter'));
      await page.getByText('お知らせを頼んだ本 0冊').waitFor(PATIENCE);
      const undo = section.getByRole('button', { name: `もう一度待つ: ${author}` });
      await when.theyChange(page, 'SubscribeToContributor', () => undo.press('Enter'));
      await page.getByText('お知らせを頼んだ本 2冊').waitFor(PATIENCE);
      await when.theyChange(page, 'UnsubscribeFromContributor', () => stop.press('Enter'));
      await section.getByText('新刊のお知らせをやめました').waitFor(PATIENCE);
      await page.reload();
      await page.getByRole('heading', { name: '待っている本はまだありません' }).waitFor(PATIENCE);
      expect(await section.count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'following again before signing in keeps the roles chosen earlier',
    async () => {
      const author = aName('灯');
      const book = bookBy(author, '三作目');
      await when.thePartnerDelivers(book);
      const id = (await read(book))?.contributors[0]?.contributor?.id;
      const member = await aMember();
      const token = await signIn(testStack(), member.login, member.password);
      const { data: begun } = await ask<{ subscribeToContributor: object }>(
        testStack(),
        `mutation ($id: ID!) {
           subscribeToContributor(contributorId: $id, roles: [TRANSLATOR]) { roles since }
         }`,
        { id },
        token,
      );
      const { page, context } = await given.aVisitTo(`/contributors/${id}`);
      await askForNews(page).press('Enter', PATIENCE);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('会員ID').fill(member.login, PATIENCE);
      await dialog.getByLabel('パスワード', { exact: true }).fill(member.password);
      await page.keyboard.press('Enter');
      const said = page.getByText(`「${author}」の新刊の案内が届いたらお知らせします`);
      await said.waitFor(PATIENCE);
      expect(await page.getByRole('button', { name: '元に戻す' }).count()).toBe(0);
      const { data: now } = await ask<{ contributor: { subscription: object } }>(
        testStack(),
        'query ($id: ID!) { contributor(id: $id) { subscription { roles since } } }',
        { id },
        token,
      );
      expect(begun?.subscribeToContributor).toMatchObject({ roles: ['TRANSLATOR'] });
      expect(now?.contributor.subscription).toEqual(begun?.subscribeToContributor);
      await context.close();
    },
    LONG,
  );

  it(
    'a failed follow restores the previous state and says so',
    async () => {
      const author = aName('岬');
      const book = bookBy(author, '失せ物');
      await when.thePartnerDelivers(book);
      const { page, context } = await given.aVisitTo('/');
      await signInAs(page, await aMember());
      await goToTheAuthorOf(page, book, author);
      await page.route('**/graphql', (route) =>
        route.request().postData()?.includes('SubscribeToContributor')
          ? route.abort()
          : route.continue(),
      );
      await askForNews(page).click();
      await page.getByText('新刊のお知らせの登録を変更できませんでした').waitFor(PATIENCE);
      await askForNews(page).waitFor(PATIENCE);
      await context.close();
    },
    LONG,
  );
});

describe('The series page', () => {
  it(
    'the series page shows the next volume first and can be followed there',
    async () => {
      const name = aName('霧の灯台');
      const volumes = ['12', '3', '10'].map((volume) => given.aRowFor(name, { 巻次: volume }));
      await when.thePartnerDelivers(...volumes);
      const { page, context, complaints } = await given.aVisitTo('/');
      await signInAs(page, await aMember());
      await page.goto(`${testStack().web}/books/isbn-${volumes[0]?.ISBN}`);
      const fact = page.getByRole('definition').filter({ hasText: '第12巻' });
      await fact.getByRole('link', { name }).press('Enter', PATIENCE);
      await page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);
      expect(await page.title()).toContain(name);
      await expect
        .poll(() => cards(page).getByRole('heading').allTextContents(), PATIENCE)
        .toEqual([`${name} 3`, `${name} 10`, `${name} 12`]);
      await when.theyChange(page, 'SubscribeToSeries', () => askForNews(page).press('Enter'));
      await expect
        .poll(() => cards(page).getByRole('button', { name: 'お知らせします' }).count(), PATIENCE)
        .toBe(3);

      await page.setViewportSize(phone);
      for (const path of [new URL(page.url()).pathname, '/my']) {
        await expectAccessible(page, path, () => cards(page).first().waitFor(PATIENCE));
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'the series page says when nothing is announced, and when an address has no series',
    async () => {
      const author = aName('静');
      const book = bookBy(author, '売り切れ');
      await when.thePartnerDelivers(book);
      const id = (await read(book))?.contributors[0]?.contributor?.id;
      await when.theShopSells(book.ISBN);
      await eventually('the sale', async () => (await read(book))?.status === 'ON_SALE');
      const { page, context } = await given.aVisitTo(`/contributors/${id}`);
      await page.getByRole('heading', { name: author }).waitFor(PATIENCE);
      await page.getByRole('heading', { name: '案内はまだ届いていません' }).waitFor(PATIENCE);
      await page.goto(`${testStack().web}/series/s-0`);
      await page
        .getByRole('heading', { name: 'このシリーズは見つかりませんでした' })
        .waitFor(PATIENCE);
      expect(await findingsOn(page)).toEqual([]);
      await page.goto(`${testStack().web}/en/contributors/c-0`);
      await page.getByRole('heading', { name: 'This author was not found' }).waitFor(PATIENCE);
      await context.close();
    },
    LONG,
  );
});
