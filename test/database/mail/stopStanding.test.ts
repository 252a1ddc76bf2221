import { beforeEach, describe, expect, it } from 'vitest';
import { forgetStopped } from '../../../services/mail/stopping/forgetStopped.ts';
import { aLinkPage } from './linkPage.ts';
import { aPrivateOutbox } from './privateOutbox.ts';
import { standingSubscriptions } from './standing.ts';

const outbox = aPrivateOutbox();
const shinkan = () => outbox.open('shinkan');
const page = aLinkPage(shinkan);
const standing = standingSubscriptions(shinkan);

const SINCE = '2026-10-01 02:03:04.567890';
const FOUND = '2026-11-01 03:04:05.678901';

const ofAuthor = () => page.link({ memberId: '1', kind: 'CONTRIBUTOR', targetId: 'c-1' });
const ofSeries = () => page.link({ memberId: '1', kind: 'SERIES', targetId: 's-1' });
const ofBook = (bookId: string) => page.link({ memberId: '1', bookId });

/** Adds a book to the log that its run’s merge gave to the member for their author. */
async function announcedByAuthor(bookId: string, run = 'a-run'): Promise<void> {
  await outbox.announces(bookId, run);
  await standing.isOf(bookId, 'CONTRIBUTOR', 'c-1');
}

const told = async () => (await outbox.notes(1)).map((note) => `${note.event_seq} ${note.state}`);

beforeEach(async () => {
  await outbox.members(1);
  await standing.named('CONTRIBUTOR', 'c-1', '汐見透子');
  await standing.named('CONTRIBUTOR', 'c-2', '北原新');
  await standing.named('SERIES', 's-1', '灯台の歌');
  await standing.waitsFor(1, 'CONTRIBUTOR', 'c-1', SINCE);
  await standing.waitsFor(1, 'CONTRIBUTOR', 'c-2', SINCE);
  await standing.waitsFor(1, 'SERIES', 's-1', SINCE);
  // a for the author alone, b for author and series, c for the author and on its own.
  for (const book of ['a', 'b', 'c']) {
    await standing.hasBookFor(1, book, 'CONTRIBUTOR', 'c-1', { since: FOUND });
  }
  await standing.hasBookFor(1, 'b', 'SERIES', 's-1', { since: FOUND });
  await shinkan().execute(
    `insert into consent (member_id, book_id, given_at, source, wording)
     values ('1', 'c', :at, 'web', '発売を知らせて')`,
    { at: FOUND },
  );
  await shinkan().execute(
    `insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
     values ('1', 'c', 'BOOK', 'c', :at)`,
    { at: FOUND },
  );
});

const AUTHOR = `CONTRIBUTOR c-1 ["AUTHOR"] ${SINCE}`;
const OTHERS = [`CONTRIBUTOR c-2 ["AUTHOR"] ${SINCE}`, `SERIES s-1  ${SINCE}`];
const ALL_BOOKS = [
  `a ${FOUND} CONTRIBUTOR/c-1`,
  `b ${FOUND} CONTRIBUTOR/c-1,SERIES/s-1`,
  `c ${FOUND} BOOK/c,CONTRIBUTOR/c-1`,
];

describe('an unsubscribe link about an author', () => {
  it('a link about an author stops exactly that, with one click of a mail program', async () => {
    expect((await page.oneClick(ofAuthor())).statusCode).toBe(200);
    expect(await standing.waiting(1)).toEqual(OTHERS);
    expect(await standing.books(1)).toEqual([`b ${FOUND} SERIES/s-1`, `c ${FOUND} BOOK/c`]);
    expect(await standing.consents(1)).toMatchObject([
      { target_id: 'c-1', withdrawn_by: 'mail' },
      { target_id: 'c-2', withdrawn_by: null },
      { target_id: 's-1', withdrawn_by: null },
    ]);
  });

  it('a link about an author changes nothing when a mail scanner follows it', async () => {
    for (const method of ['GET', 'HEAD']) {
      for (const token of [ofAuthor(), ofSeries()]) {
        expect((await page.ask({ method, token })).statusCode).toBe(200);
      }
    }
    expect(await standing.waiting(1)).toEqual([AUTHOR, ...OTHERS]);
    expect(await standing.books(1)).toEqual(ALL_BOOKS);
  });

  it('the page of an author link names the author and leads to their page, in both languages', async () => {
    await shinkan().execute(`update contributor set name = '<i>汐見</i>' where id = 'c-1'`);
    const asked = await page.ask({ method: 'GET', token: ofAuthor() });
    expect(asked.body).toContain('著者「&lt;i&gt;汐見&lt;/i&gt;」の新刊について');
    expect(asked.body).toContain('この著者の新刊のお知らせを止めますか');
    expect(asked.body).toContain('href="/contributors/c-1"');
    const english = await page.ask({ method: 'GET', token: ofSeries(), language: 'en' });
    expect(english.body).toContain('in the series “灯台の歌”');
    expect(english.body).toContain('href="/en/series/s-1"');
    const stopped = await page.presses(ofSeries(), 'stopStanding');
    expect(stopped.body).toContain('このシリーズの新刊のお知らせを止めました');
    expect(stopped.body).toContain(
      'シリーズ「灯台の歌」の新刊についてのメールは、もうお送りしません',
    );
  });

  it('pressing an author link twice gives the same answer and keeps the first time', async () => {
    await page.presses(ofAuthor(), 'stopStanding');
    const moment = () => shinkan().query(`select withdrawn_at from standing_consent`);
    const first = await moment();
    page.theClockMoves(1);
    const again = await page.presses(ofAuthor(), 'stopStanding');
    expect(again.body).toContain('この著者の新刊のお知らせを止めました');
    expect(again.body).toContain('value="undoStanding"');
    expect(await moment()).toEqual(first);
  });

  it('undoing an author link restores everything as it was, once', async () => {
    const stopping = await page.presses(ofAuthor(), 'stopStanding');
    expect(stopping.body).toContain('value="undoStanding"');
    for (let times = 0; times < 2; times += 1) {
      const back = await page.presses(ofAuthor(), 'undoStanding');
      expect(back.statusCode).toBe(200);
      expect(back.body).toContain('この著者の新刊のお知らせをお送りします');
      expect(await standing.waiting(1)).toEqual([AUTHOR, ...OTHERS]);
      expect(await standing.books(1)).toEqual(ALL_BOOKS);
    }
    expect((await standing.consents(1)).filter((row) => row.target_id === 'c-1')).toMatchObject([
      { source: 'web', withdrawn_by: 'mail' },
      {
        source: 'mail',
        wording: '取り消して、この著者の新刊のお知らせをまた受け取る',
        withdrawn_by: null,
      },
    ]);
  });

  it('undoing an author link restores nothing a day later, when the removed rows are forgotten', async () => {
    const kept = async () =>
      (
        await shinkan().query(
          `select (select count(*) from stopped_standing) as standing,
             (select count(*) from stopped_reason) as reasons`,
        )
      )[0];
    await page.presses(ofAuthor(), 'stopStanding');
    expect(await forgetStopped(shinkan(), new Date())).toBe(0);
    expect(await kept()).toEqual({ standing: 1, reasons: 3 });
    page.theClockMoves(25);
    expect((await page.presses(ofAuthor(), 'stopStanding')).body).not.toContain('undoStanding');
    expect((await page.presses(ofAuthor(), 'undoStanding')).statusCode).toBe(409);
    expect(await standing.waiting(1)).toEqual(OTHERS);
    expect(await forgetStopped(shinkan(), new Date(Date.now() + 25 * 3_600_000))).toBe(4);
    expect(await kept()).toEqual({ standing: 0, reasons: 0 });
  });

  it('undoing an author link restores nothing that was subscribed again and stopped on the web since', async () => {
    await page.presses(ofAuthor(), 'stopStanding');
    await shinkan().execute(
      `insert into standing_consent
         (member_id, kind, target_id, given_at, source, wording, withdrawn_at, withdrawn_by)
       values ('1', 'CONTRIBUTOR', 'c-1', utc_timestamp(6) + interval 1 second, 'web', '新刊を知らせて',
         utc_timestamp(6) + interval 2 second, 'web')`,
    );
    expect((await page.presses(ofAuthor(), 'undoStanding')).statusCode).toBe(409);
    expect(await standing.waiting(1)).toEqual(OTHERS);
  });

  it('undoing an author link does not restore a book that the member has stopped separately since', async () => {
    await page.presses(ofAuthor(), 'stopStanding');
    await page.presses(ofBook('c'), 'stopBook');
    await page.presses(ofAuthor(), 'undoStanding');
    expect(await standing.books(1)).toEqual(ALL_BOOKS.slice(0, 2));
  });

  it('an author link stops and restores what was joined to the author as well', async () => {
    await standing.named('CONTRIBUTOR', 'c-1', '汐見透子', 'c-2');
    await page.presses(
      page.link({ memberId: '1', kind: 'CONTRIBUTOR', targetId: 'c-2' }),
      'stopStanding',
    );
    expect(await standing.waiting(1)).toEqual([OTHERS[1]]);
    expect((await page.ask({ method: 'GET', token: ofAuthor() })).body).toContain('北原新');
    expect((await page.presses(ofAuthor(), 'undoStanding')).statusCode).toBe(200);
    expect(await standing.waiting(1)).toEqual([AUTHOR, ...OTHERS]);
    expect(await standing.books(1)).toEqual(ALL_BOOKS);
  });

  it('a link about an author has no book to stop, and a link about a book has no author', async () => {
    for (const action of ['stopBook', 'undoBook']) {
      expect((await page.presses(ofAuthor(), action)).statusCode).toBe(400);
    }
    for (const action of ['stopStanding', 'undoStanding']) {
      expect((await page.presses(ofBook('a'), action)).statusCode).toBe(400);
    }
    expect(await standing.books(1)).toEqual(ALL_BOOKS);
  });

  it('the second button of an author link stops all mails', async () => {
    expect((await page.presses(ofAuthor(), 'stopAll')).statusCode).toBe(200);
    expect(await shinkan().query('select mail_stopped_by from member_setting')).toEqual([
      { mail_stopped_by: 'mail' },
    ]);
    expect(await standing.waiting(1)).toEqual([AUTHOR, ...OTHERS]);
  });

  it('a link works for an author whom nobody can find any more', async () => {
    const gone = page.link({ memberId: '1', kind: 'CONTRIBUTOR', targetId: 'c-gone' });
    await standing.waitsFor(1, 'CONTRIBUTOR', 'c-gone', SINCE);
    expect((await page.ask({ method: 'GET', token: gone })).body).toContain('この著者の新刊');
    expect((await page.oneClick(gone)).statusCode).toBe(200);
    expect(await standing.waiting(1)).toEqual([AUTHOR, ...OTHERS]);
  });
});

describe('the effect of a stop and its undoing on mails', () => {
  it('a stop drops waiting notes, and its undoing also tells what was announced meanwhile', async () => {
    await announcedByAuthor('n');
    await standing.hasBookFor(1, 'n', 'CONTRIBUTOR', 'c-1', { since: FOUND, run: 'a-run' });
    expect(await outbox.fill()).toBe(1);
    await page.presses(ofAuthor(), 'stopStanding');
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });

    // No merge looks for this member now.
    await announcedByAuthor('m', 'another-run');
    await outbox.fill();
    expect(await told()).toEqual(['1 SKIPPED']);

    await page.presses(ofAuthor(), 'undoStanding');
    expect(await told()).toEqual(['1 PENDING', '2 PENDING']);
    expect((await standing.books(1)).map((line) => line.split(' ')[0])).toEqual([
      'a',
      'b',
      'c',
      'm',
      'n',
    ]);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    await page.presses(ofAuthor(), 'undoStanding');
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    expect(outbox.accepted).toHaveLength(1);
  });

  it('undoing a stop does not bring a book in a role that the member does not wait for', async () => {
    await page.presses(ofAuthor(), 'stopStanding');
    await outbox.happens('t', 'ANNOUNCED');
    await standing.isOf('t', 'CONTRIBUTOR', 'c-1', 'TRANSLATOR');
    await outbox.fill();
    await page.presses(ofAuthor(), 'undoStanding');
    expect(await standing.books(1)).toEqual(ALL_BOOKS);
  });
});

describe('a link about a book that came for its author', () => {
  const consents = (bookId: string) =>
    shinkan().query(
      `select given_at, source, wording, withdrawn_by from consent where book_id = :bookId`,
      { bookId },
    );

  it('a book link removes all reasons of the book and leaves a record that keeps it away', async () => {
    await page.presses(ofBook('b'), 'stopBook');
    expect(await standing.books(1)).toEqual([ALL_BOOKS[0], ALL_BOOKS[2]]);
    expect(await standing.waiting(1)).toEqual([AUTHOR, ...OTHERS]);
    expect(await consents('b')).toEqual([
      { given_at: FOUND, source: 'web', wording: '新刊を知らせて', withdrawn_by: 'mail' },
    ]);
    await page.presses(ofBook('b'), 'stopBook');
    expect(await consents('b')).toHaveLength(1);
  });

  it('undoing a book link restores the book with the same reasons and lets it come again', async () => {
    await page.presses(ofBook('b'), 'stopBook');
    const back = await page.presses(ofBook('b'), 'undoBook');
    expect(back.body).toContain('この本のお知らせをお送りします');
    expect(await standing.books(1)).toEqual(ALL_BOOKS);
    expect(await consents('b')).toEqual([]);
  });

  it('undoing a book link restores a book also subscribed to directly, with a new consent', async () => {
    await page.presses(ofBook('c'), 'stopBook');
    expect(await standing.books(1)).toEqual(ALL_BOOKS.slice(0, 2));
    await page.presses(ofBook('c'), 'undoBook');
    expect(await standing.books(1)).toEqual(ALL_BOOKS);
    expect(await consents('c')).toMatchObject([
      { source: 'web', withdrawn_by: 'mail' },
      { source: 'mail', withdrawn_by: null },
    ]);
  });

  it('undoing a book link keeps the record of a consent whose reason never came', async () => {
    await shinkan().execute(
      `insert into consent (member_id, book_id, given_at, source, wording)
       values ('1', 'a', :at, 'web', '発売を知らせて')`,
      { at: '2026-11-02 00:00:00.000001' },
    );
    await page.presses(ofBook('a'), 'stopBook');
    await page.presses(ofBook('a'), 'undoBook');
    expect(await consents('a')).toMatchObject([
      { source: 'web', withdrawn_by: 'mail' },
      { source: 'mail', withdrawn_by: null },
    ]);
    const [a] = await standing.books(1);
    expect(a).toBe(`a ${FOUND} BOOK/a,CONTRIBUTOR/c-1`);
  });

  it('undoing a book link restores the direct subscription if the author was stopped meanwhile', async () => {
    await page.presses(ofBook('a'), 'stopBook');
    await page.presses(ofAuthor(), 'stopStanding');
    await page.presses(ofBook('a'), 'undoBook');
    expect(await standing.books(1)).toContain(`a ${FOUND} BOOK/a`);
    expect((await consents('a')).map((row) => row.withdrawn_by)).toEqual(['mail', null]);
  });
});
