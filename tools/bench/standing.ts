import { subscribeByStanding } from '../../services/ingest/merging/subscribeByStanding.ts';
import { openBenchDatabase } from './feed/openBenchDatabase.ts';
import { type ServedDatabase, serveDatabase } from './feed/serveDatabase.ts';
import { compare } from './lib/compare.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import type { Line } from './lib/toLine.ts';
import {
  emptySubscriptions,
  fillWaitingRoom,
  insertPlainRows,
  keepPlainRows,
  RUN,
} from './standing/waitingRoom.ts';

const MEMBERS = sized(100_000, 200);
const BOOKS = sized(3_000, 50);
/** In seconds. */
const GOAL = 10;

/**
 * Measures how much longer a merge of 3,000 new books takes with 100,000 members who wait for ten
 * contributors each.
 */
export async function bench(): Promise<Line[]> {
  const served = await serveDatabase();
  const { database, close } = openBenchDatabase(served.url);
  const { direct } = served;
  try {
    await fillWaitingRoom(direct, MEMBERS, BOOKS);
    const run = {
      id: RUN,
      profile: 'bench',
      records: BOOKS,
      unconfirmedAfter: null,
      statedAt: null,
      hasPartialRows: false,
      isOvertaken: false,
      now: new Date(),
    };
    const match = () =>
      database.transaction((transaction) => subscribeByStanding(transaction, run));
    await match();
    const found = await counts(served);
    console.log(`${found.standing} wait, ${found.subscriptions} of them for the new books`);
    await keepPlainRows(direct);
    const timed = async (work: () => Promise<unknown>) => {
      await emptySubscriptions(direct);
      const begun = performance.now();
      await work();
      return (performance.now() - begun) / 1000;
    };
    return await compare({
      path: `${BOOKS} new books, ${found.standing} wait`,
      unit: 's',
      better: 'lower',
      ours: {
        name: 'matching in the merge',
        measure: async () => {
          const seconds = await timed(match);
          checkSameAnswer('subscriptions', await counts(served), found);
          return seconds;
        },
      },
      peers: [
        { name: 'what a merge may spare for it', goal: 1, measure: async () => GOAL },
        {
          name: 'one INSERT … SELECT of as many subscriptions',
          goal: null,
          measure: async () => {
            const seconds = await timed(() => insertPlainRows(direct));
            const { subscriptions, wrong } = await counts(served);
            checkSameAnswer(
              'plain rows',
              { subscriptions, wrong },
              { subscriptions: found.subscriptions, wrong: 0 },
            );
            return seconds;
          },
        },
      ],
    });
  } finally {
    close();
    await served.stop();
  }
}

/** Members who wait for a contributor of the new books; translators among these do not count. */
const EXPECTED = `from book_contributor l
  join standing_subscription w on w.kind = 'CONTRIBUTOR' and w.target_id = l.contributor_id`;

interface Counts {
  standing: number;
  subscriptions: number;
  reasons: number;
  wrong: number;
}

/** `wrong`: pairs of member and book that only a plain join or only the matching finds. */
async function counts({ direct }: ServedDatabase): Promise<Counts> {
  const [rows] = await direct.query(
    `select (select count(*) from standing_subscription) as standing,
       (select count(*) from subscription) as subscriptions,
       (select count(*) from subscription_reason) as reasons,
       (select count(distinct w.member_id, l.book_id) ${EXPECTED}
         where l.role <> 'TRANSLATOR' and not exists (select 1 from subscription u
           where u.member_id = w.member_id and u.book_id = l.book_id))
       + (select count(*) from subscription u where not exists (select 1 ${EXPECTED}
           where l.role <> 'TRANSLATOR' and l.book_id = u.book_id and w.member_id = u.member_id))
       as wrong`,
  );
  const [row] = rows as Counts[];
  if (row === undefined || Number(row.wrong) !== 0) throw new Error(JSON.stringify(row));
  return row;
}
