import { readMailWindow } from '../../services/mail/news/mailWindow.ts';
import { addToOutbox } from '../../services/mail/outbox/addToOutbox.ts';
import { openBenchDatabase } from './feed/openBenchDatabase.ts';
import { type ServedDatabase, serveDatabase } from './feed/serveDatabase.ts';
import { compare } from './lib/compare.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import type { Line } from './lib/toLine.ts';
import { claimAll } from './outbox/claimAll.ts';
import {
  emptyOutbox,
  fillSubscriptions,
  insertBare,
  rewindCursor,
} from './outbox/waitingMembers.ts';

const MEMBERS = sized(100_000, 200);
const SENDERS = 4;
/** Mails a second that SES grants a large sender. */
const SES_RATE = 500;

/**
 * Times a book that 100,000 members wait for: writing the notes, writing them again, and claiming
 * mails.
 */
export async function bench(): Promise<Line[]> {
  const served = await serveDatabase();
  const { database, close } = openBenchDatabase(served.url);
  try {
    await fillSubscriptions(served.direct, MEMBERS);
    const window = readMailWindow({ MAIL_WINDOW: '08:00-10:00' });
    const fill = () => addToOutbox({ database, clock: () => new Date(), window });
    return [...(await raceFilling(served, fill)), ...(await raceClaims(served, fill))];
  } finally {
    close();
    await served.stop();
  }
}

async function raceFilling(
  { direct }: ServedDatabase,
  fill: () => Promise<number>,
): Promise<Line[]> {
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return MEMBERS / ((performance.now() - begun) / 1000);
  };
  const count = async () => {
    const [rows] = await direct.query(
      'select count(*) as total, count(distinct member_id) as members from mail_outbox',
    );
    checkSameAnswer('notes in the outbox', rows, [{ total: MEMBERS, members: MEMBERS }]);
  };
  const ours = {
    name: 'fan-out',
    measure: async () => {
      await emptyOutbox(direct);
      const rate = await timed(async () => checkSameAnswer('new notes', await fill(), MEMBERS));
      await count();
      return rate;
    },
  };
  const bare = {
    name: 'one INSERT … SELECT',
    goal: 0.9,
    measure: async () => {
      await emptyOutbox(direct);
      const rate = await timed(() => insertBare(direct));
      await count();
      return rate;
    },
  };
  const replay = {
    name: 'fan-out, all noted before',
    measure: async () => {
      await emptyOutbox(direct);
      await fill();
      await rewindCursor(direct);
      const rate = await timed(async () => checkSameAnswer('new notes', await fill(), 0));
      await count();
      return rate;
    },
  };
  const common = { unit: 'notes/s', better: 'higher' as const };
  return [
    ...(await compare({ path: `notes for ${MEMBERS} members`, ...common, ours, peers: [bare] })),
    ...(await compare({
      path: `notes for ${MEMBERS} members, replayed`,
      ...common,
      ours: replay,
      peers: [{ ...ours, goal: null }],
      rounds: 3,
    })),
  ];
}

function raceClaims({ url, direct }: ServedDatabase, fill: () => Promise<number>): Promise<Line[]> {
  return compare({
    path: `claims of ${SENDERS} senders`,
    unit: 'mails/s',
    better: 'higher',
    rounds: 3,
    warmUps: 0,
    ours: {
      name: 'claims by token',
      measure: async () => {
        await emptyOutbox(direct);
        await fill();
        const rate = await claimAll(url, SENDERS, MEMBERS);
        const [rows] = await direct.query(
          `select count(*) as total, count(distinct mail_key) as mails from mail_outbox
           where state = 'SENDING'`,
        );
        checkSameAnswer('claimed notes', rows, [{ total: MEMBERS, mails: MEMBERS }]);
        return rate;
      },
    },
    peers: [{ name: 'what SES takes', goal: 10, measure: async () => SES_RATE }],
  });
}
