import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { ask, signIn } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { membersOfTheShop, type ShopMember } from '../stack/auth/aMemberOfTheShop.ts';
import { expectAccessible, findingsOn } from '../support/findingsOn.ts';
import { signInOn, tellStories } from '../support/story.ts';
import { anotherTab, signOutButton } from '../support/tabs.ts';

const { given, when } = tellStories();
const aMember = membersOfTheShop();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 45_000 };
const phone = { width: 390, height: 844 };
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;
const idOf = ({ ISBN }: { ISBN: string }) => `isbn-${ISBN}`;

/** A browser in which this member has signed in, at a path of the site. */
async function aVisitOf({ login, password }: ShopMember, path: string) {
  const seen = await given.aVisitTo(`/sign-in?to=${encodeURIComponent(path)}`);
  await signInOn(seen.page, login, password);
  await signOutButton(seen.page).waitFor(PATIENCE);
  await seen.page.goto(`${testStack().web}${path}`);
  await signOutButton(seen.page).waitFor(PATIENCE);
  return seen;
}

/** The member subscribes to these books, one after the other. */
async function theyWaitFor({ login, password }: ShopMember, ...books: { ISBN: string }[]) {
  const token = await signIn(testStack(), login, password);
  for (const book of books) {
    const asking = 'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }';
    const { errors } = await ask(testStack(), asking, { id: idOf(book) }, token);
    expect(errors).toBeUndefined();
  }
}

const titlesOn = (page: Page) =>
  page.getByRole('main').getByRole('article').getByRole('heading').allTextContents();

describe("The member's page", () => {
  it("the member's page lists books in the chosen order, which the address keeps", async () => {
    const mark = Date.now().toString(36);
    const books = [
      given.aRowFor(`いろは紙 ${mark}`, { 書名カナ: 'イロハガミ', 発売予定日: '2031年3月1日' }),
      given.aRowFor(`あさがお ${mark}`, { 書名カナ: 'アサガオ', 発売予定日: '2031年5月1日' }),
      given.aRowFor(`うたかた ${mark}`, { 書名カナ: 'ウタカタ', 発売予定日: '2031年2月1日' }),
    ];
    await when.thePartnerDelivers(...books);
    const member = await aMember();
    await theyWaitFor(member, ...books);
    const { page, context, complaints } = await aVisitOf(member, '/my');
    const inOrder = (...names: string[]) =>
      expect
        .poll(async () => (await titlesOn(page)).map((title) => title.slice(0, 4)), PATIENCE)
        .toEqual(names);
    await page.getByText('お知らせを頼んだ本 3冊').waitFor(PATIENCE);
    await inOrder('うたかた', 'あさがお', 'いろは紙');
    const order = page.getByLabel('並べ方');
    await order.selectOption({ label: '発売の近い順' });
    await page.getByRole('heading', { level: 2, name: 'これから出る本' }).waitFor(PATIENCE);
    await inOrder('うたかた', 'いろは紙', 'あさがお');
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'これから出る本' }).waitFor(PATIENCE);
    await inOrder('うたかた', 'いろは紙', 'あさがお');
    expect(new URL(page.url()).search).toBe('?order=release');
    await order.selectOption({ label: '書名の五十音順' });
    await inOrder('あさがお', 'いろは紙', 'うたかた');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("the member's page counts each book once, even if more is loaded after one was removed", async () => {
    const mark = Date.now().toString(36);
    const books = Array.from({ length: 22 }, (_, n) => given.aRowFor(`数え歌 ${mark} ${n + 1}`));
    await when.thePartnerDelivers(...books);
    const member = await aMember();
    await theyWaitFor(member, ...books);
    const { page, context } = await aVisitOf(member, '/my');
    await page.getByText('お知らせを頼んだ本 22冊').waitFor(PATIENCE);
    const row = page.getByRole('main').getByRole('article').first();
    await when.theyChange(page, 'UnsubscribeFromBook', () =>
      row.getByRole('button', { name: 'お知らせします' }).click(),
    );
    await page.getByText('お知らせを頼んだ本 21冊').waitFor(PATIENCE);
    await page.getByRole('button', { name: 'もっと見る' }).click();
    await expect.poll(async () => (await titlesOn(page)).length, PATIENCE).toBe(22);
    expect(await page.getByText('お知らせを頼んだ本 21冊').count()).toBe(1);
    await row.getByRole('button', { name: '元に戻す' }).click();
    await page.getByText('お知らせを頼んだ本 22冊').waitFor(PATIENCE);
    await context.close();
  });

  it('a book on sale can be removed and restored in place by keyboard', async () => {
    const book = given.aRowFor(aTitle('買いそびれた本'));
    await when.thePartnerDelivers(book);
    const member = await aMember();
    await theyWaitFor(member, book);
    await openStackDatabase(testStack()).execute(
      `update book set status = 'ON_SALE', on_sale_at = utc_timestamp(6) where id = :id`,
      { id: idOf(book) },
    );
    const { page, context, complaints } = await aVisitOf(member, '/my');
    const row = page.getByRole('article').filter({ hasText: book.書名 ?? '' });
    await page.getByText('発売中 1冊').waitFor(PATIENCE);
    const remove = row.getByRole('button', { name: /^一覧から外す/ });
    await remove.focus(PATIENCE);
    const press = () => page.keyboard.press('Enter');
    await when.theyChange(page, 'UnsubscribeFromBook', press);
    await row.getByText('一覧から外しました').waitFor(PATIENCE);
    await page.getByText('お知らせを頼んだ本 0冊').waitFor(PATIENCE);
    await when.theyChange(page, 'SubscribeToBook', press);
    await remove.waitFor(PATIENCE);
    await when.theyChange(page, 'UnsubscribeFromBook', press);
    await row.getByRole('button', { name: /^元に戻す/ }).waitFor(PATIENCE);
    await page.reload();
    await page.getByRole('heading', { name: '待っている本はまだありません' }).waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the mail language can be changed, and that and a stop undone where the change is reported', async () => {
    const { page, context, complaints } = await aVisitOf(await aMember(), '/my');
    const said = page.locator('.feedback');
    const language = page.getByLabel('メールの言語');
    await language.selectOption('English', PATIENCE);
    await said.getByText('メールの言語を変更しました').waitFor(PATIENCE);
    await said.getByRole('button', { name: '元に戻す' }).press('Enter');
    await said.getByText('メールの言語を元に戻しました').waitFor(PATIENCE);
    expect(await language.inputValue()).toBe('JA');
    await page.getByRole('button', { name: 'すべてのメールを止める' }).press('Enter');
    await said.getByText('お知らせのメールをすべて止めました').waitFor(PATIENCE);
    await when.theyChange(page, 'SetMailSettings', () =>
      said.getByRole('button', { name: '元に戻す' }).press('Enter'),
    );
    await page.getByRole('button', { name: 'すべてのメールを止める' }).waitFor(PATIENCE);
    await page.reload();
    await page.getByText('お知らせのメールをお送りしています。').waitFor(PATIENCE);
    expect(await language.inputValue()).toBe('JA');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a change that could not be saved is reverted, and the page says so', async () => {
    const { page, context } = await aVisitOf(await aMember(), '/my');
    const language = page.getByLabel('メールの言語');
    await language.waitFor(PATIENCE);
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SetMailSettings') ? route.abort() : route.continue(),
    );
    await language.selectOption('English');
    await page.getByText('メールの設定を変更できませんでした。').waitFor(PATIENCE);
    expect(await language.inputValue()).toBe('JA');
    await context.close();
  });
});

describe("A member's mails", () => {
  it('the list of mails shows book, dates and reason, and is accessible', async () => {
    const book = given.aRowFor(aTitle('動いた本'), { 発売予定日: '2031年3月1日' });
    await when.thePartnerDelivers(book);
    const [member, stranger] = [await aMember(), await aMember()];
    await theyWaitFor(member, book);
    await when.thePartnerDelivers({ ...book, 発売予定日: '2031年4月20日' });
    const database = openStackDatabase(testStack());
    // As the senders leave it in the morning.
    await database.execute(
      `insert into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, created_at, settled_at)
       select :me, max(seq), 0, 'SENT', :key, 1, utc_timestamp(6), utc_timestamp(6) from book_event
       where book_id = :id and kind = 'RESCHEDULED'
       on duplicate key update state = 'SENT', mail_key = :key, settled_at = utc_timestamp(6)`,
      { me: member.id, key: randomUUID(), id: idOf(book) },
    );

    const { page, context, complaints } = await aVisitOf(member, '/my');
    await page.getByRole('link', { name: 'お送りしたメール' }).press('Enter', PATIENCE);
    const mail = page.getByRole('main').getByRole('article');
    await mail.getByRole('link', { name: book.書名 ?? '' }).waitFor(PATIENCE);
    await mail.getByText('お送りしました').waitFor(PATIENCE);
    await mail.getByText('発売日が変わりました').waitFor(PATIENCE);
    expect(await mail.locator('del').textContent()).toBe('2031年3月1日');
    expect(await mail.locator('ins').textContent()).toBe('2031年4月20日');
    await mail.getByText(/「発売を知らせて」を押された本です$/).waitFor(PATIENCE);
    await page.setViewportSize(phone);
    for (const path of ['/my', '/my/mails']) {
      await expectAccessible(page, path, () =>
        page
          .getByRole('link', { name: book.書名 ?? '' })
          .first()
          .waitFor(PATIENCE),
      );
    }
    expect(complaints).toEqual([]);
    await context.close();

    const other = await aVisitOf(stranger, '/my/mails');
    await other.page.getByText('お送りしたメールは、まだありません').waitFor(PATIENCE);
    expect(await other.page.getByRole('link', { name: book.書名 ?? '' }).count()).toBe(0);
    await other.context.close();
    await database.execute('delete from mail_outbox where member_id = :me', { me: member.id });
  });
});

describe('Signing out everywhere', () => {
  it('signing out everywhere ends this tab, the other tab and another browser', async () => {
    const member = await aMember();
    const here = await aVisitOf(member, '/my');
    const elsewhere = await aVisitOf(member, '/my');
    const tab = await anotherTab(here.context, '/');
    await elsewhere.page.getByText('この端末のほかに、1か所で').waitFor(PATIENCE);

    const leave = here.page.getByRole('button', { name: 'すべての端末のログインを解除' });
    await leave.press('Enter', PATIENCE);
    await here.page.getByText('すべての端末のログインを解除しました').waitFor(PATIENCE);
    await here.page.getByText('ログインすると、待っている本が並びます').waitFor(PATIENCE);
    await tab.getByText('別の画面でログアウトしました。').waitFor(PATIENCE);

    // The other browser learns of it at its next token request, and says so.
    await elsewhere.page.reload();
    await elsewhere.page
      .getByRole('status')
      .filter({ hasText: 'ログインが無効になりました' })
      .waitFor(PATIENCE);
    await elsewhere.page.getByText('ログインすると、待っている本が並びます').waitFor(PATIENCE);
    expect(await findingsOn(elsewhere.page)).toEqual([]);

    const again = await aVisitOf(member, '/my');
    await again.page.getByText('いまログインしているのは、この端末だけです。').waitFor(PATIENCE);
    for (const { context } of [here, elsewhere, again]) await context.close();
  });

  it('a failed sign-out everywhere is reported, and the member stays signed in', async () => {
    const { page, context } = await aVisitOf(await aMember(), '/my');
    await page.route('**/auth/sign-out-everywhere', (route) => route.abort());
    const leave = page.getByRole('button', { name: 'すべての端末のログインを解除' });
    await leave.press('Enter', PATIENCE);
    await page.getByText('どの端末もログインしたままです。').waitFor(PATIENCE);
    await signOutButton(page).waitFor(PATIENCE);
    await context.close();
  });
});
