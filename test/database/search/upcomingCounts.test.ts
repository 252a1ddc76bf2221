import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type ChangedBooks, noteRecount } from '../../../db/catalogue/noteRecount.ts';
import { recountUpcoming } from '../../../db/catalogue/recountUpcoming.ts';
import type { Database } from '../../../db/database.ts';
import { withdrawn } from '../../support/feedRows.ts';
import { aSuggestingCatalogue } from './bookshelfOfNames.ts';

const catalogue = aSuggestingCatalogue();
const { by, deliver, settle, suggested } = catalogue;

describe('more names with the same beginning than are read', () => {
  it('suggest finds a name with an upcoming book even if others sort before it', async () => {
    await catalogue.open().execute(
      `insert into contributor (id, name_key, name, joined_to, created_at)
       select concat('c-before-', p.place), concat('鴨一', p.place), concat('鴨一', p.place),
         concat('c-before-', p.place), utc_timestamp(6)
       from text_place p where p.place <= 450`,
    );
    await deliver(by('M-1', '鴨龍|著|'));
    await settle();
    expect(await suggested('鴨')).toEqual([['鴨龍', 1]]);
  });

  it('suggest returns the names with the most upcoming books', async () => {
    const rows = Array.from({ length: 250 }, (_, nth) => by(`P-${nth}`, `鷺一${nth}|著|`));
    const more = ['鷺龍|著|', '鷺龍|著|', '鷺龍|著|', '鷺龍|著|', '鷺虎|著|', '鷺虎|著|'];
    await deliver(...rows, ...more.map((author, nth) => by(`Q-${nth}`, author)));
    await settle();
    expect((await suggested('鷺')).slice(0, 3)).toEqual([
      ['鷺龍', 4],
      ['鷺虎', 2],
      [expect.stringContaining('鷺一'), 1],
    ]);
    // By a part of the name, too.
    expect(await suggested('龍')).toContainEqual(['鷺龍', 4]);
  });
});

describe('the count of upcoming books', () => {
  it('the count follows what goes on sale and what the shop no longer sells', async () => {
    const [first, second] = ['9784000010009', '9784000010016'] as const;
    await deliver(
      by('S-1', '売野一|著|', 1, { ISBN: first, 書名: '売る話 1' }),
      by('S-2', '売野一|著|', 1, { ISBN: second, 書名: '売る話 2' }),
    );
    await settle();
    expect(await suggested('売野')).toEqual([['売野一', 2]]);
    expect(await suggested('売る')).toEqual([['売る話', 2]]);

    await catalogue.sell(first);
    await recountUpcoming(catalogue.open());
    expect(await suggested('売野')).toEqual([['売野一', 1]]);
    expect(await suggested('売る')).toEqual([['売る話', 1]]);

    await catalogue.sell(second);
    await recountUpcoming(catalogue.open());
    expect(await suggested('売野')).toEqual([]);
    expect(await suggested('売る')).toEqual([]);

    await catalogue.withdraw(first, second);
    await recountUpcoming(catalogue.open());
    expect(await suggested('売野')).toEqual([['売野一', 2]]);
    expect(await suggested('売る')).toEqual([['売る話', 2]]);
  });

  it('the count follows announcements, cancellations and revivals', async () => {
    await deliver(by('X-1', '消野二|著|'));
    await settle();
    expect(await suggested('消野')).toEqual([['消野二', 1]]);
    await deliver(withdrawn('X-1', 2));
    await settle();
    expect(await suggested('消野')).toEqual([]);
    await deliver(by('X-1', '消野二|著|', 3));
    await settle();
    expect(await suggested('消野')).toEqual([['消野二', 1]]);
  });

  it('the count follows a book that turns out to be by somebody else', async () => {
    await deliver(by('C-1', '替野三|著|', 1));
    await settle();
    await deliver(by('C-1', '換野四|著|', 2));
    await settle();
    expect(await suggested('替野')).toEqual([]);
    expect(await suggested('換野')).toEqual([['換野四', 1]]);
  });

  it('the count follows joins and separations', async () => {
    await deliver(
      by('J-1', '合野五|著|'),
      by('J-2', '会野五|著|'),
      by('J-3', '合野五|著|;会野五|訳|'),
    );
    await settle();
    const [from, into] = [await catalogue.idOf('合野五'), await catalogue.idOf('会野五')];
    const { id } = await catalogue.join('CONTRIBUTOR', from, into);
    await recountUpcoming(catalogue.open());
    for (const text of ['合野', '会野']) expect(await suggested(text)).toEqual([['会野五', 3]]);

    await catalogue.separate(id);
    await recountUpcoming(catalogue.open());
    expect(await suggested('合野')).toEqual([['合野五', 2]]);
    expect(await suggested('会野')).toEqual([['会野五', 2]]);
  });

  it('the count follows a join with a name that has no upcoming books', async () => {
    await deliver(by('O-1', '古野六|著|'), by('O-2', '新野六|著|'));
    await deliver(withdrawn('O-1', 2));
    await settle();
    await catalogue.join(
      'CONTRIBUTOR',
      await catalogue.idOf('古野六'),
      await catalogue.idOf('新野六'),
    );
    await recountUpcoming(catalogue.open());
    expect(await suggested('古野')).toEqual([['新野六', 1]]);
  });
});

/** Dies before the nth statement that writes. */
function dyingAt(database: Database, nth: number): Database {
  let written = 0;
  const dying = (within: Database): Database => ({
    ...within,
    execute: async (...statement) => {
      written += 1;
      if (written === nth) throw new Error('died');
      return within.execute(...statement);
    },
    transaction: (work) => within.transaction((transaction) => work(dying(transaction))),
  });
  return dying(database);
}

/** Does something between counting and writing. */
function pausing(database: Database, meanwhile: () => Promise<void>): Database {
  return {
    ...database,
    execute: async (sql, ...more) => {
      if (sql.includes('upcoming_count')) await meanwhile();
      return database.execute(sql, ...more);
    },
    transaction: (work) =>
      database.transaction((transaction) => work(pausing(transaction, meanwhile))),
  };
}

describe('the counting run', () => {
  it('a counting run may die before any statement: the next run completes it', async () => {
    const database = catalogue.open();
    const series = { 書名: '死なぬ話 1' };
    let deaths = 0;
    for (let nth = 1; ; nth += 1) {
      await deliver(by('D-1', '死野七|著|', nth * 2, series));
      await settle();
      await deliver(withdrawn('D-1', nth * 2 + 1));
      const died = await recountUpcoming(dyingAt(database, nth)).then(
        () => false,
        () => true,
      );
      await recountUpcoming(database);
      expect(await suggested('死')).toEqual([]);
      expect(await database.query('select number from catalogue_recount')).toEqual([]);
      if (!died) break;
      deaths += 1;
    }
    // The check for a new day, counts and names of contributors and of series, and the notes.
    expect(deaths).toBe(6);
  });

  it('a counting run does not wait for a merge in progress, and counts its result when it is done', async () => {
    await deliver(by('W-1', '待野八|著|'), by('W-2', '別野八|著|'));
    await settle();
    const database = catalogue.open();
    await database.transaction(async (merge) => {
      await merge.execute("update book set status = 'CANCELLED' where id = 'shinkan-W-1'");
      await merge.execute(
        "update book_contributor set contributor_id = stated_id where book_id = 'shinkan-W-1'",
      );
      await merge.execute("update contributor set reading = 'マチノハチ' where name = '待野八'");
      await noteRecount(merge, ofBook('shinkan-W-1'));
      // Somebody else's change, noted after and committed before.
      await database.execute(
        "insert into catalogue_recount (kind, target_id) values ('CONTRIBUTOR', 'c-elsewhere')",
      );
      const counting = recountUpcoming(database);
      expect(await Promise.race([counting, sleep(5_000, 'waits')])).toBe(1);
      expect(await suggested('待野')).toEqual([['待野八', 1]]);
      // Neither does a note about another book wait.
      const noting = database.transaction((sale) => noteRecount(sale, ofBook('shinkan-W-2')));
      expect(await Promise.race([noting, sleep(5_000, 'waits')])).toBeUndefined();
    });
    await recountUpcoming(database);
    expect(await suggested('待野')).toEqual([]);
  });

  it('concurrent counting runs do no harm', async () => {
    const database = catalogue.open();
    await deliver(...Array.from({ length: 120 }, (_, nth) => by(`T-${nth}`, `並野${nth}|著|`)));
    await settle();
    await deliver(...Array.from({ length: 120 }, (_, nth) => withdrawn(`T-${nth}`, 2)));
    await Promise.allSettled(Array.from({ length: 4 }, () => recountUpcoming(database)));
    await recountUpcoming(database);
    expect(await suggested('並野')).toEqual([]);
  });

  it('a counting run does not overwrite a newer count', async () => {
    const database = catalogue.open();
    await deliver(by('R-1', '競野九|著|'));
    await settle();
    await deliver(by('R-2', '競野九|著|'));
    let another: Promise<number> | undefined;
    await recountUpcoming(
      pausing(database, async () => {
        if (another) return;
        await deliver(withdrawn('R-1', 2), withdrawn('R-2', 2));
        another = recountUpcoming(database);
        // Enough time to finish if it did not wait.
        await sleep(500);
      }),
    );
    await another;
    expect(await suggested('競野')).toEqual([]);
    expect(await database.query('select number from catalogue_recount')).toEqual([]);
  });

  it('a counting run counts everybody once a day, whatever was noted', async () => {
    const database = catalogue.open();
    await deliver(by('A-1', '毎野十|著|'));
    await settle();
    await database.execute('update catalogue_named set upcoming_count = 7');
    await recountUpcoming(database);
    expect(await suggested('毎野')).toEqual([['毎野十', 7]]);
    await database.execute(
      'update catalogue_recount_turn set all_noted_on = all_noted_on - interval 1 day',
    );
    await recountUpcoming(database);
    expect(await suggested('毎野')).toEqual([['毎野十', 1]]);
    expect(await recountUpcoming(database)).toBe(0);
  });

  it('a counting run out of time is continued by the next', async () => {
    const database = catalogue.open();
    await database.execute(
      `insert into catalogue_recount (kind, target_id)
       select 'SERIES', concat('s-none-', p.place) from text_place p where p.place <= 1200`,
    );
    const done = [];
    for (let run = 0; run < 4; run += 1) done.push(await recountUpcoming(database, 0));
    expect(done).toEqual([500, 500, 200, 0]);
  });
});

function ofBook(id: string): ChangedBooks {
  return { from: 'book b', where: 'b.id = :id', bookId: 'b.id', values: { id } };
}
