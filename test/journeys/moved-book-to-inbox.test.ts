import { describe, expect, inject, it } from 'vitest';
import { nextOpening, readMailWindow } from '../../services/mail/news/mailWindow.ts';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { mailsTo, testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { startReleaseRun } from '../support/releaseRun.ts';
import { tellStories } from '../support/story.ts';

const { given, when, then } = tellStories();
const address = 'taro@reader.example';
const MORNING = readMailWindow({ MAIL_WINDOW: inject('mailWindow') });

type Note = { state: string; lease_until: string | null };

const notesOn = (bookId: string) =>
  openStackDatabase(testStack()).query<Note>(
    'select state, lease_until from mail_outbox join book_event on seq = event_seq where book_id = :bookId order by seq',
    { bookId },
  );

/** Moves the clock to the morning mail for everything that waits for it. */
const theMorningComes = (bookId: string) =>
  openStackDatabase(testStack()).execute(
    `update mail_outbox set lease_until = null
     where state = 'PENDING' and event_seq in (select seq from book_event where book_id = :bookId)`,
    { bookId },
  );

describe('A book that moves before its release', () => {
  it('a rescheduled book is mailed in the morning, and once more when it is cancelled', async () => {
    // 1. The partner announces it, and a member subscribes
    const title = `動く本 ${Date.now().toString(36)}`;
    const row = given.aRowFor(title);
    await when.thePartnerDelivers(row);
    const bookId = `isbn-${row.ISBN}`;
    const taro = await given.aMemberAt('taro', `/books/${bookId}`);
    await when.theyAskToBeTold(taro.page);

    // 2. The partner moves it, twice
    const year = new Date().getUTCFullYear() + 1;
    for (const date of [`${year}年2月`, `${year}年3月下旬`]) {
      const now = new Date().toISOString();
      await when.thePartnerDelivers({ ...row, 更新区分: '変更', 発売予定日: date, 更新日時: now });
    }

    // 3. Nobody is mailed before the morning
    await startReleaseRun(testStack());
    const waiting = await eventually('two notes', async () => {
      const notes = await notesOn(bookId);
      return notes.length === 2 ? notes : null;
    });
    const opening = nextOpening(MORNING, new Date());
    for (const note of waiting) {
      expect(note.state).toBe('PENDING');
      expect(new Date(`${note.lease_until}Z`)).toEqual(opening);
    }
    then.theInboxHoldsNothing(address, title);

    // 4. In the morning both moves are mailed as one
    await theMorningComes(bookId);
    await startReleaseRun(testStack());
    const mail = await then.theInboxHolds(address, title);
    expect(mail.subject).toBe(`『${title}』の発売が延期になりました(${year}年3月下旬)`);
    for (const content of [mail.text, mail.html]) {
      expect(content).toContain(`${year}年1月上旬`);
      expect(content).toContain(`${year}年3月下旬`);
      expect(content).not.toContain(`${year}年2月`);
      expect(content).toContain(`/books/${bookId}`);
    }
    expect(mail.text).toContain(`${testStack().web}/mail/unsubscribe/`);

    // 5. The partner cancels it
    const now = new Date().toISOString();
    await when.thePartnerDelivers({ ...row, 更新区分: '削除', 更新日時: now });
    await startReleaseRun(testStack());
    await theMorningComes(bookId);
    await startReleaseRun(testStack());
    await eventually('a mail about the cancellation', () =>
      mailsTo(address).find(({ subject }) => subject === `『${title}』は発売中止になりました`),
    );
    expect(mailsTo(address).filter((sent) => sent.text.includes(title))).toHaveLength(2);
    expect((await notesOn(bookId)).map(({ state }) => state)).toEqual(['SENT', 'SENT', 'SENT']);
    expect(taro.complaints).toEqual([]);
  });
});
