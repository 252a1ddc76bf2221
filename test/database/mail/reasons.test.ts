import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { readLink } from '../../../services/mail/links/linkToken.ts';
import { aLinkPage } from './linkPage.ts';
import { aPrivateOutbox, settings } from './privateOutbox.ts';
import { standingSubscriptions } from './standing.ts';

const outbox = aPrivateOutbox();
const shinkan = () => outbox.open('shinkan');
const standing = standingSubscriptions(shinkan);
const page = aLinkPage(shinkan);

const SINCE = '2026-10-01 02:03:04.567890';

const announced = (bookId: string) => outbox.announces(bookId, `run-of-${bookId}`);

/** The member has had the book since the merge that announced it. */
const gotFor = (bookId: string, kind: 'CONTRIBUTOR' | 'SERIES', id: string) =>
  standing.hasBookFor(1, bookId, kind, id, { since: SINCE, run: `run-of-${bookId}` });

async function mails() {
  const sent = await Promise.all(outbox.accepted.map(({ raw }) => PostalMime.parse(raw)));
  return sent.map(({ subject, text = '' }) => ({
    subject,
    text,
    stops: [...text.matchAll(/unsubscribe\/(\S+)/g)].map(([, token = '']) =>
      readLink(settings.linkSecrets, token),
    ),
  }));
}

beforeEach(async () => {
  await outbox.members(1);
  await standing.named('CONTRIBUTOR', 'c-1', '汐見透子');
  await standing.named('SERIES', 's-1', '灯台の歌');
  await standing.waitsFor(1, 'CONTRIBUTOR', 'c-1', SINCE);
  await standing.waitsFor(1, 'SERIES', 's-1', SINCE);
});

const ofAuthor = { memberId: '1', kind: 'CONTRIBUTOR', targetId: 'c-1' };
const ofSeries = { memberId: '1', kind: 'SERIES', targetId: 's-1' };
const ofBook = (bookId: string) => ({ memberId: '1', bookId });
const ofAll = { memberId: '1', bookId: null };

describe('mails to a member who waits for an author', () => {
  it('a member hears in the morning of an author’s new book, why, and gets a link to stop exactly that', async () => {
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    expect(await outbox.fill(outbox.opensIn(60))).toBe(1);
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    const [mail] = await mails();
    expect(mail?.subject).toBe('汐見透子の新刊『a』のご案内が届きました');
    expect(mail?.text).toContain('著者「汐見透子」の新刊をお待ちのため');
    expect(mail?.stops).toEqual([ofAuthor, ofBook('a'), ofAll]);
  });

  it('a member hears once of a book that is announced and on sale in the same night', async () => {
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    await outbox.fill(outbox.opensIn(60));
    await outbox.goesOnSale('a');
    await outbox.fill(outbox.opensIn(60));
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    const [mail] = await mails();
    expect(mail?.subject).toBe('『a』が発売になりました');
    expect(mail?.text).toContain('著者「汐見透子」の新刊をお待ちのため');
  });

  it('a member who waits for author, series and book is told once, with all three reasons', async () => {
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    await gotFor('a', 'SERIES', 's-1');
    await shinkan().execute(`
      insert into consent (member_id, book_id, given_at, source, wording)
      values ('1', 'a', utc_timestamp(6), 'web', '発売を知らせて')`);
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    const [mail] = await mails();
    expect(mail?.text).toContain(
      'この本と、著者「汐見透子」、シリーズ「灯台の歌」の新刊をお待ちのため',
    );
    expect(mail?.stops).toEqual([ofAuthor, ofSeries, ofBook('a'), ofAll]);
  });

  it('a member is not told of a reason that they withdrew a moment before', async () => {
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    await gotFor('a', 'SERIES', 's-1');
    await outbox.fill();
    await shinkan().execute(
      `update standing_consent set withdrawn_at = utc_timestamp(6) where kind = 'CONTRIBUTOR'`,
    );
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    const [mail] = await mails();
    expect(mail?.subject).toBe('シリーズ「灯台の歌」の新刊『a』のご案内が届きました');
    expect(mail?.text).not.toContain('汐見透子');
    expect(mail?.stops).toEqual([ofSeries, ofBook('a'), ofAll]);
  });

  it('a member reads the author’s current name, once', async () => {
    await standing.named('CONTRIBUTOR', 'c-2', '潮見とうこ', 'c-1');
    await standing.waitsFor(1, 'CONTRIBUTOR', 'c-2', SINCE);
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    await gotFor('a', 'CONTRIBUTOR', 'c-2');
    await outbox.fill();
    await outbox.send();
    const [mail] = await mails();
    expect(mail?.text).toContain('、お届けしました。\n  著者「汐見透子」');
    expect(mail?.text).not.toContain('潮見とうこ');
    expect(mail?.stops).toEqual([ofAuthor, ofBook('a'), ofAll]);
  });

  it('a mail gives at most eight reasons for one book', async () => {
    await announced('a');
    for (let count = 1; count <= 12; count += 1) {
      const id = `c-${count + 10}`;
      await standing.named('CONTRIBUTOR', id, `名前${'長'.repeat(200)}${count}`);
      await standing.waitsFor(1, 'CONTRIBUTOR', id, SINCE);
      await gotFor('a', 'CONTRIBUTOR', id);
    }
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect((await mails())[0]?.stops).toHaveLength(10);
  });

  it('a member hears later what was announced while they had stopped all mails', async () => {
    const ofAll = page.link({ memberId: '1', bookId: null });
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    await page.oneClick(ofAll);
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    await page.presses(ofAll, 'undoAll');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      '汐見透子の新刊『a』のご案内が届きました',
    ]);
  });

  it('an announcement shares a mail with the rest of the morning’s news', async () => {
    await announced('a');
    await gotFor('a', 'CONTRIBUTOR', 'c-1');
    await outbox.subscriptions('b', 1);
    await outbox.happens('b', 'CANCELLED');
    await outbox.goesOnSale('c');
    await outbox.subscriptions('c', 1);
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    const [mail] = await mails();
    expect(mail?.subject).toBe('お待ちの本3点のお知らせ(発売1点・新刊のご案内1点・発売中止1点)');
    expect(mail?.text).toMatch(/■ c.*この本を.*■ a.*著者「汐見透子」.*■ b.*この本を/s);
  });
});

it('a member who subscribed to the book alone does not hear that it is announced', async () => {
  await announced('a');
  await outbox.subscriptions('a', 1);
  expect(await outbox.fill()).toBe(0);
});
