import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { planSenders } from '../../../services/mail/sending/planSenders.ts';
import { sendMails } from '../../../services/mail/sending/sendMails.ts';
import type { Share } from '../../../services/mail/sending/share.ts';
import { createRandom } from '../../../tools/testing/random.ts';
import { aPrivateOutbox, settings } from '../../database/mail/privateOutbox.ts';
import { virtualTime } from '../../support/virtualTime.ts';

const outbox = aPrivateOutbox();
const MAILS = 210;

describe('twice as many senders as the rate keeps busy', () => {
  beforeEach(async () => {
    const ids = Array.from({ length: MAILS }, (_, index) => index + 1);
    await outbox.members(...ids);
    await outbox.subscriptions('a', ...ids);
    await outbox.goesOnSale('a');
    await outbox.fill();
  });

  it('the number of senders is eight at the initial rate of an account', () => {
    expect(twice(14)).toHaveLength(8);
  });

  it.each([14, 50])(
    'the senders never send more than %i mails per second, and nearly that',
    async (rate) => {
      const sent = await drain(rate, twice(rate));
      expect(sent).toHaveLength(MAILS);
      expect(mostInASecond(sent)).toBeLessThanOrEqual(rate);
      expect(perSecond(sent)).toBeGreaterThan(0.9 * rate);
    },
  );

  it('the senders take over the unused rate of a slow sender', async () => {
    const sent = await drain(14, twice(14), ({ sender }) => (sender === 0 ? 5_000 : null));
    expect(sent).toHaveLength(MAILS);
    expect(mostInASecond(sent)).toBeLessThanOrEqual(14);
    const ofOthers = sent.filter(({ sender }) => sender !== 0);
    expect(perSecond(ofOthers)).toBeGreaterThan(0.9 * 14);
  });

  it('the senders go on after a clock was wrong', async () => {
    await outbox.open('shinkan').execute(`update mail_pace set next_at = '2999-01-01'`);
    const sent = await drain(14, twice(14));
    expect(perSecond(sent)).toBeGreaterThan(0.9 * 14);
  });
});

const twice = (rate: number) => planSenders(2 * rate);

interface Sent {
  at: number;
  sender: number;
}

/**
 * Sends everything that waits, with statements of 5 to 15 ms and SES answers of 60 to 300 ms unless
 * it is slow.
 */
async function drain(
  mailsPerSecond: number,
  shares: Share[],
  slowness: (share: Share) => number | null = () => null,
): Promise<Sent[]> {
  const { whole } = createRandom(1);
  const { clock, pause, ...time } = virtualTime(new Date(), shares.length);
  const sent: Sent[] = [];
  const distant = (database: Database): Database => ({
    query: (sql, values) => pause(whole(5, 15)).then(() => database.query(sql, values)),
    execute: (sql, values) => pause(whole(5, 15)).then(() => database.execute(sql, values)),
    transaction: (work) => database.transaction(work),
  });
  const database = distant(outbox.open('shinkan'));
  const work = async (share: Share) => {
    const mailer = async () => {
      sent.push({ at: clock().getTime(), sender: share.sender });
      await pause(slowness(share) ?? whole(60, 300));
      return { kind: 'SENT', messageId: 'x' } as const;
    };
    const ports = outbox.ports({ database, mailer, clock, pause });
    while ((await sendMails(ports, { ...settings, mailsPerSecond }, share)).remaining > 0);
    time.ends();
  };
  await Promise.all(shares.map(work));
  return sent;
}

function mostInASecond(sent: Sent[]): number {
  const within = (from: number) => sent.filter(({ at }) => at >= from && at < from + 1000);
  return Math.max(...sent.map(({ at }) => within(at).length));
}

/** Mails per second while all senders have work: without the last tenth, when some are finished. */
function perSecond(sent: Sent[]): number {
  const times = sent.map(({ at }) => at).sort((a, b) => a - b);
  const most = times.slice(0, Math.ceil(times.length * 0.9));
  return (1000 * (most.length - 1)) / ((most.at(-1) ?? 0) - (most[0] ?? 0));
}
