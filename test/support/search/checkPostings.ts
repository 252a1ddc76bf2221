import type { Database } from '../../../db/database.ts';
import { releaseRank } from '../../../db/search/postings.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { gramAt, isPosted } from '../../../domain/text/gramAt.ts';

/**
 * The differences between the postings and the texts of books: missing ones, superfluous ones, and
 * upcoming books without a text. Each is expected to be zero.
 */
export async function checkPostings(
  database: Database,
): Promise<{ missing: number; strange: number; withoutText: number }> {
  const expected = `select distinct ${gramAt('t.folded', 'p.place')} as gram, ${releaseRank('b')} as release_rank, t.number
    from book b join book_text t on t.book_id = b.id
    join text_place p on p.place <= char_length(t.folded)
    where ${IS_UPCOMING} and ${isPosted('t.folded', 'p.place')}`;
  const [found] = await database.query<{ missing: number; strange: number; without: number }>(
    `select
       (select count(*) from (${expected}) e left join book_gram g on g.gram = e.gram
          and g.release_rank = e.release_rank and g.number = e.number where g.gram is null) as missing,
       (select count(*) from book_gram g left join (${expected}) e on g.gram = e.gram
          and g.release_rank = e.release_rank and g.number = e.number where e.gram is null) as strange,
       (select count(*) from book b left join book_text t on t.book_id = b.id
          where ${IS_UPCOMING} and t.number is null) as without`,
  );
  if (!found) throw new Error('There is no answer');
  return { missing: found.missing, strange: found.strange, withoutText: found.without };
}
