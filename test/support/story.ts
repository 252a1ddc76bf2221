import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { ingestFile } from '../../tools/ingest/ingestFile.ts';
import type { IngestOutcome } from '../../tools/ingest/runWorkflow.ts';
import { demoMembers, demoOperator } from '../../tools/shop/members.ts';
import { sellBooks } from '../../tools/shop/sellBooks.ts';
import { openBrowser, type Visit, visit } from '../../tools/testing/browser.ts';
import { ask, signIn } from '../../tools/testing/graphql.ts';
import { mailsTo, type SentMail, testStack } from '../../tools/testing/testStack.ts';
import { eventually } from './eventually.ts';
import { announcedBook, type FeedRow, writeFeed } from './feed.ts';

/** A book of a story: the contents of the partner's row. */
export type StoryBook = FeedRow & { ISBN: string };

/** The vocabulary of journeys, for the tests of one file; they share a browser. */
export function tellStories(open: () => Promise<Browser> = openBrowser) {
  let opened: Browser | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  const browser = () => {
    if (opened === undefined) throw new Error('The browser is not open yet');
    return opened;
  };
  // biome-ignore lint/suspicious/noThenProperty: the third word of a story; nobody awaits this object.
  return { given: given(browser), when: actions(), then: outcomes() };
}

function given(browser: () => Browser) {
  return {
    /** A row of the partner's file, not yet delivered. */
    aRowFor: (title: string, more: FeedRow = {}): StoryBook => announcedBook(title, more),

    /** A new browser at a path of the site. */
    aVisitTo: (path: string): Promise<Visit> => visit(browser(), `${testStack().web}${path}`),

    /** A browser in which this member of the shop has signed in, at a path of the site. */
    async aMemberAt(login: string, path: string): Promise<Visit> {
      const seen = await visit(browser(), signInThenGoTo(path));
      await enter(seen.page, login, path);
      return seen;
    },

    /** A tab of an open browser, in which this member has signed in, at a path of the site. */
    async aMemberIn(context: BrowserContext, login: string, path: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(signInThenGoTo(path));
      await enter(page, login, path);
      return page;
    },

    /** Subscribes a member to these books, on another device. */
    async aMemberWaitsFor(login: string, ...books: StoryBook[]): Promise<void> {
      const member = demoMembers.find((known) => known.login === login);
      const token = await signIn(testStack(), login, member?.password ?? '');
      for (const { ISBN } of books) {
        const wish = `mutation ($id: ID!) { subscribeToBook(bookId: $id, wording: JA_1) { bookId } }`;
        const answer = await ask(testStack(), wish, { id: `isbn-${ISBN}` }, token);
        expect(answer.errors).toBeUndefined();
      }
    },

    /** A new browser at a path of the sample shop's own site. */
    aVisitToTheShop: (path: string): Promise<Visit> =>
      visit(browser(), `${testStack().shop.url}${path}`),

    /** A browser that runs no script, at a path of the sample shop's own site. */
    async aVisitWithoutScript(path: string): Promise<Page> {
      const context = await browser().newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${testStack().shop.url}${path}`);
      return page;
    },
  };
}

const signInThenGoTo = (path: string) =>
  `${testStack().web}/sign-in?to=${encodeURIComponent(path)}`;

async function enter(page: Page, login: string, path: string): Promise<void> {
  const member = [...demoMembers, demoOperator].find((known) => known.login === login);
  if (member === undefined) throw new Error(`The sample shop has no member ${login}`);
  await signInOn(page, login, member.password);
  await page
    .getByRole('link', { name: `${member.name} さん` })
    .or(page.getByText(`${member.name} さん`))
    .first()
    .waitFor();
  await page.goto(`${testStack().web}${path}`);
}

const deliver = (file: string): Promise<IngestOutcome> =>
  ingestFile(testStack(), file, { profile: 'shinkan', encoding: '' });

function actions() {
  return {
    /** Delivers the partner's file and runs the ingest workflow. */
    async thePartnerDelivers(...books: StoryBook[]): Promise<IngestOutcome> {
      const outcome = await deliver(writeFeed(books));
      expect(outcome).toMatchObject({ state: 'MERGED' });
      return outcome;
    },

    /** Delivers a partner's file that looks wrong as a whole and is held for an operator. */
    async thePartnerDeliversDoubtfully(fileName: string, ...books: StoryBook[]): Promise<void> {
      const outcome = await deliver(writeFeed(books, fileName));
      expect(outcome).toMatchObject({ state: 'HELD' });
    },

    /** Makes the sample shop sell these books. */
    theShopSells: (...isbns: string[]): Promise<number> => sellBooks(testStack(), isbns),

    /** Presses the button of the book on the page, as the member. */
    async theyAskToBeTold(page: Page): Promise<void> {
      const answer = answerTo(page, 'SubscribeToBook');
      await page
        .getByRole('button', { name: /発売を知らせて/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /お知らせします/ })
        .first()
        .waitFor();
      await answer;
    },

    /**
     * Makes a change that shows at once and is sent by a mutation of this name, and waits for the
     * API to carry it out.
     */
    async theyChange(page: Page, mutation: string, what: () => Promise<unknown>): Promise<void> {
      const answer = answerTo(page, mutation);
      await what();
      const { errors } = await (await answer).json();
      expect(errors).toBeUndefined();
    },
  };
}

/** The API's answer to the next mutation of this name. */
function answerTo(page: Page, mutation: string): Promise<Response> {
  return page.waitForResponse(
    (response) => response.request().postData()?.includes(`"operationName":"${mutation}"`) ?? false,
    { timeout: 45_000 },
  );
}

function outcomes() {
  return {
    /** Waits for a live notice about the book to slide in, without a reload. */
    async thePageSaysOnSale(page: Page, title: string): Promise<void> {
      const notices = page.getByRole('region', { name: '発売のお知らせ' });
      await notices.getByText(title).first().waitFor({ timeout: 45_000 });
      await notices.getByText('発売になりました').first().waitFor();
    },

    /** Waits for exactly one mail to this address that names the title; returns it. */
    async theInboxHolds(address: string, title: string): Promise<SentMail> {
      const mails = await eventually(`a mail to ${address} about ${title}`, () =>
        mailsTo(address).filter((mail) => mail.text.includes(title)),
      );
      expect(mails).toHaveLength(1);
      const [mail] = mails;
      if (mail === undefined) throw new Error('no mail');
      return mail;
    },

    /** Checks that no mail to this address names the title. */
    theInboxHoldsNothing(address: string, title: string): void {
      expect(mailsTo(address).filter((mail) => mail.text.includes(title))).toEqual([]);
    },
  };
}

/** Fills in the sign-in form as a person would. */
export async function signInOn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('会員ID').fill(login);
  await page.getByLabel('パスワード', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ログイン' }).click();
}
