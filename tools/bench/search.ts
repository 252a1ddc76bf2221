import { writePostings } from '../../db/search/listBooks.ts';
import { releaseRank } from '../../db/search/postings.ts';
import { createDataApi, type DataApi } from '../../local/services/rds-data/createDataApi.ts';
import { askList } from '../testing/askList.ts';
import { clusterOn, target } from './data-api/cluster.ts';
import { openBenchDatabase } from './feed/openBenchDatabase.ts';
import { serveDatabase } from './feed/serveDatabase.ts';
import { rowsOr } from './feed/withFeed.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { type Line, toLine } from './lib/toLine.ts';
import { indexingShare } from './search/indexingShare.ts';
import { createInventor } from './search/inventBook.ts';
import { loadInventedBooks } from './search/loadBooks.ts';
import { scan } from './search/scan.ts';
import { benchSuggestions, nameAuthors } from './search/suggestions.ts';
import { someTerms } from './search/terms.ts';
import { timeTerms } from './search/timeTerms.ts';

/** What a list shows of each book. */
const selected = ['title', 'volume', 'contributors', 'publisher', 'release'].map(
  (field) => `edges/node/${field}`,
);
const AT_ONCE = 20_000;
/** The scan reads every book for most of the words. */
const SCANNED = sized(5, 1);
/**
 * `suggest` measures only suggestions, `search` these and the search; otherwise also the index's
 * cost.
 */
const ONLY = process.env.BENCH_ONLY;

/**
 * Times words searched among a million upcoming books: the median and 99th percentile of each kind,
 * beside a scan of every folded text.
 */
export async function bench(): Promise<Line[]> {
  const count = rowsOr(1_000_000, 1_000);
  const served = await serveDatabase();
  const { database, close } = openBenchDatabase(served.url);
  try {
    const inventor = createInventor(20261127);
    const folding = await loadInventedBooks(served.direct, inventor, count);
    await served.direct.query(
      `update book_text t join book b on b.id = t.book_id set t.release_rank = ${releaseRank('b')}`,
    );
    const begun = performance.now();
    for (let from = 1; from <= count; from += AT_ONCE) {
      const values = { from, to: from + AT_ONCE - 1 };
      await writePostings(database, {
        from: 'book_text t',
        where: 't.number between :from and :to',
        values,
      });
    }
    const writing = (performance.now() - begun) / 1000;
    await nameAuthors(served.direct, database, inventor);
    await served.direct.query('analyze table book, book_text, book_gram');
    const micros = (seconds: number) => `${((seconds / count) * 1e6).toFixed(1)} µs`;
    console.error(`a book: folding ${micros(folding)}, postings ${micros(writing)}`);
    if (ONLY !== undefined) return await search(served, inventor, count);
    return [
      ...(await indexingShare(Math.min(count, 200_000))),
      ...(await search(served, inventor, count)),
    ];
  } finally {
    close();
    await served.stop();
  }
}

type Served = Awaited<ReturnType<typeof serveDatabase>>;

async function search(
  { direct, socketPath }: Served,
  inventor: ReturnType<typeof createInventor>,
  count: number,
): Promise<Line[]> {
  const api = createDataApi([clusterOn(socketPath)]);
  try {
    return await measure(api, { direct, inventor, count });
  } finally {
    await api.end();
  }
}

async function measure(
  opened: DataApi,
  {
    direct,
    inventor,
    count,
  }: Pick<Served, 'direct'> & { inventor: ReturnType<typeof createInventor>; count: number },
): Promise<Line[]> {
  let spent = 0;
  const api: DataApi = {
    ...opened,
    async executeStatement(request) {
      const begun = performance.now();
      const answer = await opened.executeStatement(request);
      spent += performance.now() - begun;
      return answer;
    },
  };
  const ask = async (text: string, orderBy = 'RELEASE') => {
    spent = 0;
    const page = await askList(
      { api, ...target },
      { args: { filter: { text }, orderBy }, selected },
    );
    return { ms: spent, ids: page.edges.map(({ node }) => node.id) };
  };
  const lines = await benchSuggestions({ api, ...target }, inventor, count, async (work) => {
    spent = 0;
    await work();
    return spent;
  });
  if (ONLY === 'suggest') return lines;
  for (const [kind, terms] of Object.entries(someTerms(inventor, count))) {
    for (const orderBy of ['RELEASE', 'ANNOUNCED']) {
      const path = `${kind}, ${orderBy === 'ANNOUNCED' ? 'newest first, ' : ''}in ${count} books`;
      const timed = async (term: string) => (await ask(term, orderBy)).ms;
      lines.push(await timeTerms(terms, timed, { path, name: 'search', limit: 10 }));
      if (orderBy === 'ANNOUNCED') continue;
      const scans: number[] = [];
      const ours: number[] = [];
      for (const term of terms.slice(0, SCANNED)) {
        const { ms, ids } = await ask(term);
        const scanned = await scan(direct, term);
        checkSameAnswer(`${kind}: ${term}`, ids, scanned.ids);
        ours.push(ms);
        scans.push(scanned.ms);
      }
      lines.push(
        toLine({
          path: `${kind}, in ${count} books`,
          unit: 'ms',
          better: 'lower',
          ours: { name: 'search', values: ours },
          peer: { name: 'LIKE on folded texts', values: scans },
          goal: kind === 'rare' || kind.startsWith('absent') ? 0.01 : null,
        }),
      );
    }
  }
  return lines;
}
