import { describe, expect, it } from 'vitest';
import { EarlyReturn } from '../../../local/services/appsync/utils/errors.ts';
import {
  request as list,
  response,
} from '../../../resolvers/functions/search/listUpcomingBooks.ts';
import * as measuring from '../../../resolvers/functions/search/measureSearch.ts';
import { aBookRow, aMember, answered, asked } from './resolving.ts';

type Asking = Parameters<typeof asked>[0];

/** The request of the last step after the first, with a plan as the database would suggest. */
function request(context: ReturnType<typeof asked>) {
  try {
    measuring.request(context);
    context.stash.plan ??= { by: 'gram', gram: 7, few: true };
  } catch (fault) {
    if (!(fault instanceof EarlyReturn)) throw fault;
  }
  return list(context);
}

const sqlOf = (asking: Asking) => request(asked(asking)).statements.join();
const valuesOf = (asking: Asking) => request(asked(asking)).variableMap;

describe('the page of upcoming books', () => {
  it('upcomingBooks reads one book more than the page holds', () => {
    expect(valuesOf({ args: { first: 5 } })).toEqual({ ':limit': 6 });
  });

  it.each([0, -1, 101])('upcomingBooks rejects a page of %i', (first) => {
    expect(() => request(asked({ args: { first } }))).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it.each(['', 'x', '2026120520261205', '2026120520261205~', "2026120520261205~' or 1=1 --"])(
    'upcomingBooks rejects the cursor %j',
    (after) => {
      expect(() => request(asked({ args: { after } }))).toThrow(
        expect.objectContaining({ errorType: 'InvalidCursor' }),
      );
    },
  );

  it('upcomingBooks continues after its own cursor, in the form that uses the index', () => {
    const page = response(
      asked({ args: { first: 1 }, result: answered([aBookRow, { ...aBookRow, id: 'b' }]) }),
    );
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: page.edges[0]?.cursor });
    const after = page.pageInfo.endCursor;
    expect(valuesOf({ args: { after } })).toMatchObject({
      ':order': '2026120520261205',
      ':id': 'isbn-9784062748681',
    });
    expect(sqlOf({ args: { after } })).toContain(
      'release_order >= :order and (b.release_order > :order or b.id > :id)',
    );
  });

  it('upcomingBooks returns no cursor for an empty page', () => {
    expect(response(asked({ result: answered([]) }))).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('upcomingBooks reads only the selected columns', () => {
    const sql = sqlOf({ selected: ['edges', 'edges/node', 'edges/node/title'] });
    expect(sql).toContain('b.title');
    expect(sql).not.toContain('description');
    expect(sql).not.toContain('exists');
  });

  it('upcomingBooks reads every column when an alias hides what was selected', () => {
    expect(sqlOf({})).toContain('b.description');
  });

  it('upcomingBooks omits the description for a fragment that does not select it', () => {
    const written = '{ edges { node { ...Card } } }';
    const names = (name: string) => ['edges', 'edges/node', 'edges/node/id', `edges/node/${name}`];
    const sql = (name: string) => sqlOf({ selected: names(name), written });
    expect(sql('title')).not.toContain('b.description');
    expect(sql('description')).toContain('b.description');
    // The fragment may contain `subtitle: title` or `heading: description`.
    expect(sql('subtitle')).toContain('b.title');
    expect(sql('heading')).toContain('b.description');
  });

  it('upcomingBooks reads the list with its subscriptions in one statement', () => {
    const asking = { identity: aMember, selected: ['edges/node/subscribed'] };
    expect(request(asked(asking)).statements).toHaveLength(1);
    expect(sqlOf(asking)).toContain('as subscribed');
    expect(valuesOf(asking)).toMatchObject({ ':me': '7' });
  });

  it.each([
    [1, true],
    [0, false],
    [true, true],
    [false, false],
    [null, null],
  ])('upcomingBooks reads %j from the database as subscribed: %j', (subscribed, expected) => {
    const page = response(asked({ result: answered([{ ...aBookRow, subscribed }]) }));
    expect(page.edges[0]?.node.subscribed).toBe(expected);
  });

  it('upcomingBooks reads no subscriptions without a member', () => {
    const asking = asked({ args: { filter: { subscribed: true } } });
    expect(() => request(asking)).toThrow(
      expect.objectContaining({ value: expect.objectContaining({ edges: [] }) }),
    );
  });

  it('upcomingBooks finds dates that may lie in the requested days', () => {
    expect(
      valuesOf({ args: { filter: { from: '2026-12-01', to: '2026-12-31+09:00' } } }),
    ).toMatchObject({
      ':from': '20261201',
      ':to': '2026-12-31',
    });
  });

  it('upcomingBooks looks for every word, folded as the books are', () => {
    const filter = { text: '　雪国 ﾀﾞﾝｽ ' };
    expect(valuesOf({ args: { filter } })).toMatchObject({
      ':word0': '%雪国%',
      ':word1': '%だんす%',
      ':gram': 7,
    });
    for (const word of [0, 1]) {
      expect(sqlOf({ args: { filter } })).toContain(`t.folded like :word${word} escape '!'`);
    }
  });

  it('upcomingBooks finds a book by its ISBN, however it is written', () => {
    for (const text of ['978-4-06-274868-1', '４０６２７４８６８１', '9784062748681']) {
      const sql = sqlOf({ args: { filter: { text } } });
      expect(valuesOf({ args: { filter: { text } } })[':isbn0']).toBe('9784062748681');
      expect(sql).not.toContain('book_gram');
    }
  });

  it.each(['', ' ', ' \u3000 '])('upcomingBooks treats %j as no text', (text) => {
    expect(sqlOf({ args: { filter: { text } } })).toBe(sqlOf({}));
  });

  it.each(['%', '!?', '「」', '\ud800'])('upcomingBooks finds nothing that contains %j', (text) => {
    const asking = { args: { filter: { text } } };
    const nothing = expect.objectContaining({ value: expect.objectContaining({ edges: [] }) });
    expect(() => request(asked(asking))).toThrow(nothing);
  });

  it.each(['雪'.repeat(201), 'x '.repeat(500_000), '\ufdfa'.repeat(200)])(
    'upcomingBooks rejects a text that is too long before processing it',
    (text) => {
      const begun = performance.now();
      expect(() => request(asked({ args: { filter: { text } } }))).toThrow(
        expect.objectContaining({ errorType: 'InvalidArgument' }),
      );
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );

  it.each(['\u3300'.repeat(60), `${'\u3300'.repeat(60)} 雪国`])(
    'upcomingBooks rejects a text with a word too long to be compared, whatever else it contains: %s',
    (text) => {
      expect(() => request(asked({ args: { filter: { text } } }))).toThrow(
        expect.objectContaining({ errorType: 'InvalidArgument' }),
      );
    },
  );

  it('upcomingBooks accepts the cursors of a search only in a search', () => {
    const filter = { text: '雪国' };
    const row = { ...aBookRow, place_order: '415234567800000000012' };
    const context = asked({ args: { filter, first: 1 }, result: answered([row, row]) });
    request(context);
    const after = response(context).pageInfo.endCursor;
    expect(valuesOf({ args: { filter, after } })).toMatchObject({ ':order': row.place_order });
    const refused = expect.objectContaining({ errorType: 'InvalidCursor' });
    expect(() => request(asked({ args: { after } }))).toThrow(refused);
  });

  it('upcomingBooks filters by label, form and price bounds, of which zero is one', () => {
    const filter = { label: '架空文庫', form: '文庫', priceFrom: 0, priceTo: 1500 };
    expect(valuesOf({ args: { filter } })).toMatchObject({
      ':label': '架空文庫',
      ':form': '文庫',
      ':priceFrom': 0,
      ':priceTo': 1500,
    });
  });

  it('upcomingBooks lists the newest first on request, and continues only after its own cursors', () => {
    const args = { orderBy: 'ANNOUNCED', first: 1 };
    const place_order = '20261124070000123456';
    const page = response(
      asked({ args, result: answered([{ ...aBookRow, place_order }, aBookRow]) }),
    );
    const after = page.pageInfo.endCursor;
    expect(valuesOf({ args: { ...args, after } })).toMatchObject({ ':order': place_order });
    expect(sqlOf({ args: { ...args, after } })).toContain('order by b.created_at desc, b.id desc');
    const refused = expect.objectContaining({ errorType: 'InvalidCursor' });
    expect(() => request(asked({ args: { after } }))).toThrow(refused);
    const ofRelease = '2026120520261205~isbn-9784062748681';
    expect(() => request(asked({ args: { ...args, after: ofRelease } }))).toThrow(refused);
  });

  it('upcomingBooks rejects more words than it looks for', () => {
    expect(() => request(asked({ args: { filter: { text: 'a b c d e f g h i' } } }))).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it.each(["'; drop table book; --", '`', '" or ""="', ':me', '\\', '山田'])(
    'upcomingBooks never writes %j into the statement',
    (evil) => {
      const named = { publisher: evil, label: evil, form: evil };
      const filter = { ...named, text: `a${evil}`, from: '2026-12-01' };
      const harmless = sqlOf({ args: { filter: { ...filter, text: 'a' } } });
      const words = evil.split(' ').length;
      const sql = sqlOf({ args: { filter } });
      if (words === 1) expect(sql).toBe(harmless);
      expect(sql).not.toContain('drop table');
    },
  );

  it('upcomingBooks tells a client that it failed, and only the log why', () => {
    const error = { message: 'Deadlock found', type: 'DatabaseErrorException' };
    expect(() => response(asked({ error }))).toThrow(
      expect.objectContaining({
        errorType: 'Unavailable',
        message: expect.not.stringContaining('Deadlock'),
      }),
    );
  });
});
