import { describe, expect, it } from 'vitest';
import { readLink } from '../../services/mail/links/linkToken.ts';
import { demoMembers } from '../../tools/shop/members.ts';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { ask, signIn } from '../../tools/testing/graphql.ts';
import { mailsTo, type SentMail, testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { findingsOn, LOOKS } from '../support/findingsOn.ts';
import { linkSecrets } from '../support/links.ts';
import { startReleaseRun } from '../support/releaseRun.ts';
import { type StoryBook, tellStories } from '../support/story.ts';

const { given, when, then } = tellStories();
const login = 'hanako';
const address = 'hanako@reader.example';
const unique = Date.now().toString(36);
const author = `灯野${unique}`;

const bookId = ({ ISBN }: StoryBook) => `isbn-${ISBN}`;
const mailsAbout = (title: string) => mailsTo(address).filter((mail) => mail.text.includes(title));

/** A book by this story's author. */
const byTheAuthor = (title: string) =>
  given.aRowFor(`${title} ${unique}`, { 著者: `${author}|著|トウノ` });

/** Sends a request as this story's member. */
async function asMember<T>(query: string, variables: object): Promise<T> {
  const member = demoMembers.find((known) => known.login === login);
  const token = await signIn(testStack(), login, member?.password ?? '');
  const { data, errors } = await ask<T>(testStack(), query, variables, token);
  expect(errors).toBeUndefined();
  if (data === null) throw new Error('No answer');
  return data;
}

/** The contributor id of this book's author. */
async function authorOf(book: StoryBook): Promise<string> {
  type Answer = { book: { contributors: { contributor: { id: string } | null }[] } | null };
  const answer = await ask<Answer>(
    testStack(),
    'query ($id: ID!) { book(id: $id) { contributors { contributor { id } } } }',
    { id: bookId(book) },
  );
  const id = answer.data?.book?.contributors[0]?.contributor?.id;
  if (id === undefined) throw new Error(`Nobody stands behind ${bookId(book)}`);
  return id;
}

/** The member's subscribed books and the reason for each. */
async function waitsFor(): Promise<
  { bookId: string; reasons: { kind: string; name: string }[] }[]
> {
  type Answer = {
    viewer: {
      subscriptions: {
        edges: { node: { bookId: string; reasons: { kind: string; name: string }[] } }[];
      };
    };
  };
  const answer = await asMember<Answer>(
    `query { viewer { subscriptions(first: 100) { edges { node { bookId reasons { kind name } } } } } }`,
    {},
  );
  return answer.viewer.subscriptions.edges.map(({ node }) => node);
}

/** Moves the clock to the morning mail for everything that waits for it. */
const theMorningComes = (book: StoryBook) =>
  openStackDatabase(testStack()).execute(
    `update mail_outbox set lease_until = null
     where state = 'PENDING' and event_seq in (select seq from book_event where book_id = :bookId)`,
    { bookId: bookId(book) },
  );

/** Returns the number of this book's outbox notes, sent or not. */
async function notesOf(book: StoryBook): Promise<number> {
  const [row] = await openStackDatabase(testStack()).query<{ notes: number }>(
    `select count(*) as notes from mail_outbox
     where event_seq in (select seq from book_event where book_id = :bookId)`,
    { bookId: bookId(book) },
  );
  return row?.notes ?? Number.NaN;
}

/** The unsubscribe links of a mail, with their link text. */
function stopsIn(mail: SentMail): { words: string; url: string }[] {
  return [...mail.text.matchAll(/^ *(.+): (\S+\/mail\/unsubscribe\/\S+)$/gm)].map(
    ([, words = '', url = '']) => ({ words, url }),
  );
}

describe('A book by a followed author', () => {
  it('a book by a followed author is announced and sold, mailed once each with the reason, and stopped by its link', async () => {
    // 1. A member follows an author who already has an announced book
    const known = byTheAuthor('前からの本');
    await when.thePartnerDelivers(known);
    const contributorId = await authorOf(known);
    await asMember(
      `mutation ($id: ID!) { subscribeToContributor(contributorId: $id, wording: JA_1) { name } }`,
      { id: contributorId },
    );
    const why = [{ kind: 'CONTRIBUTOR', name: author }];
    expect(await waitsFor()).toContainEqual({ bookId: bookId(known), reasons: why });

    // 2. The partner announces a new one, and no mail goes out yet
    const book = byTheAuthor('待たれた新刊');
    await when.thePartnerDelivers(book);
    expect(await waitsFor()).toContainEqual({ bookId: bookId(book), reasons: why });
    await startReleaseRun(testStack());
    then.theInboxHoldsNothing(address, book.書名 ?? '');

    // 3. The morning mail announces it and gives the reason
    await theMorningComes(book);
    await startReleaseRun(testStack());
    const title = book.書名 ?? '';
    const announcement = await then.theInboxHolds(address, title);
    expect(announcement.subject).toBe(`${author}の新刊『${title}』のご案内が届きました`);
    for (const content of [announcement.text, announcement.html]) {
      expect(content).toContain(`著者「${author}」の新刊をお待ちのため`);
      expect(content).toContain(`/books/${bookId(book)}`);
    }
    const [stopAuthor, stopBook] = stopsIn(announcement);
    expect(stopAuthor?.words).toBe(`著者「${author}」の新刊のお知らせを止める`);
    expect(stopBook?.words).toBe('この本のお知らせを止める');
    const token = stopAuthor?.url.split('/').at(-1) ?? '';
    expect(readLink(linkSecrets(), token)).toMatchObject({
      kind: 'CONTRIBUTOR',
      targetId: contributorId,
    });

    // 4. It goes on sale, which is mailed once as well
    await when.theShopSells(book.ISBN);
    await startReleaseRun(testStack());
    const sold = await eventually('a mail about the sale', () =>
      mailsAbout(title).find(({ subject }) => subject === `『${title}』が発売になりました`),
    );
    expect(sold.text).toContain(`著者「${author}」の新刊をお待ちのため`);
    await startReleaseRun(testStack());
    expect(mailsAbout(title)).toHaveLength(2);

    // 5. The link stops exactly that author, without sign-in, script or mouse
    const own = byTheAuthor('自分で選んだ本');
    await when.thePartnerDelivers(own);
    await given.aMemberWaitsFor(login, own);
    // Send it now: the rest waits for the next mail, whichever minute's run noted it.
    await startReleaseRun(testStack());
    await theMorningComes(own);
    await startReleaseRun(testStack());
    await then.theInboxHolds(address, own.書名 ?? '');
    const seen = await given.aVisitTo('/');
    const context = await seen.context.browser()?.newContext({
      javaScriptEnabled: false,
      locale: 'ja-JP',
      viewport: { width: 390, height: 844 },
    });
    if (!context) throw new Error('The browser is gone');
    const page = await context.newPage();
    await page.goto(stopAuthor?.url ?? '');
    await page.getByRole('heading', { name: 'この著者の新刊のお知らせを止めますか' }).waitFor();
    await page.getByText(`著者「${author}」の新刊についてのお知らせのメールを止めます。`).waitFor();
    expect((await waitsFor()).map((one) => one.bookId)).toContain(bookId(known));
    await page.getByRole('button', { name: 'この著者の新刊のお知らせを止める' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'この著者の新刊のお知らせを止めました' }).waitFor();
    const left = await waitsFor();
    expect(left.map((one) => one.bookId)).not.toContain(bookId(known));
    expect(left).toContainEqual({
      bookId: bookId(own),
      reasons: [{ kind: 'BOOK', name: own.書名 ?? '' }],
    });
    const unheard = byTheAuthor('もう知らせない本');
    await when.thePartnerDelivers(unheard);
    await startReleaseRun(testStack());
    expect(await notesOf(unheard)).toBe(0);
    await theMorningComes(unheard);
    await startReleaseRun(testStack());
    then.theInboxHoldsNothing(address, unheard.書名 ?? '');

    // 6. Undoing restores everything, and what was announced meanwhile is mailed
    await page.getByRole('button', { name: /この著者の新刊のお知らせをまた受け取る/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'この著者の新刊のお知らせをお送りします' }).waitFor();
    expect(await waitsFor()).toContainEqual({ bookId: bookId(known), reasons: why });
    await startReleaseRun(testStack());
    const late = await then.theInboxHolds(address, unheard.書名 ?? '');
    expect(late.subject).toBe(`${author}の新刊『${unheard.書名}』のご案内が届きました`);
    await context.close();

    // 7. The page is accessible in both languages, light and dark
    for (const { locale, colorScheme } of LOOKS) {
      const other = await seen.context.browser()?.newContext({ locale, colorScheme });
      const reached = await other?.newPage();
      if (!other || !reached) throw new Error('The browser is gone');
      await reached.goto(stopAuthor?.url ?? '');
      await reached.getByRole('button').first().waitFor();
      expect(await findingsOn(reached), `${locale} ${colorScheme}`).toEqual([]);
      await other.close();
    }
    await seen.context.close();
  });
});
