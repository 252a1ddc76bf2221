import { describe, expect, it } from 'vitest';
import * as ofContributor from '../../../resolvers/Contributor.upcomingBooks.ts';
import * as entries from '../../../resolvers/functions/catalogue/findEntry.ts';
import * as book from '../../../resolvers/Query.book.ts';
import * as byIsbn from '../../../resolvers/Query.booksByIsbn.ts';
import * as ofSeries from '../../../resolvers/Series.upcomingBooks.ts';
import { aBookRow, answered, asked } from './resolving.ts';

const entry = { id: 'c-1', name: '灯野一', reading: null, aliases: ['筆名', '別名'] };

describe('a contributor and a series', () => {
  it.each(['contributor', 'series'])('%s is read from its own table', (name) => {
    const { statements } = entries.request(asked({ field: `Query.${name}`, args: { id: 'x-1' } }));
    expect(statements[0]).toContain(`from ${name} n join ${name} e`);
  });

  it('an entry is read with its aliases, which may come as JSON text', () => {
    const told = { ...entry, aliases: ['別名', '筆名'].sort() };
    for (const aliases of [entry.aliases, JSON.stringify(entry.aliases)]) {
      const result = answered([{ entry: JSON.stringify({ ...entry, aliases }) }]);
      expect(entries.response(asked({ result }))).toEqual(told);
    }
  });

  it('an entry has no aliases if nothing was joined, and is null without a row', () => {
    const result = answered([{ entry: JSON.stringify({ ...entry, aliases: null }) }]);
    expect(entries.response(asked({ result }))?.aliases).toEqual([]);
    expect(entries.response(asked({ result: answered([]) }))).toBeNull();
  });

  it.each(['', '灯', 'a b', 'x'.repeat(41)])(
    'an entry is looked up by no id when it is %j',
    (id) => {
      expect(entries.request(asked({ args: { id } })).variableMap).toEqual({ ':id': '' });
    },
  );

  it.each([
    [ofContributor, '2026120520261205'],
    [ofSeries, '0000003002026120520261205'],
  ])(
    'an entry reads one book more than the page holds, and continues after its cursor',
    (field, place) => {
      const source = { id: 'x-1' };
      const rows = ['a', 'b'].map((id) => ({ ...aBookRow, id, place_order: place }));
      const asking = { source, args: { first: 1 }, result: answered(rows) };
      expect(field.request(asked(asking)).variableMap).toMatchObject({
        ':whose': 'x-1',
        ':limit': 2,
      });
      const { edges, pageInfo } = field.response(asked(asking));
      expect(edges.map(({ node }) => node.id)).toEqual(['a']);
      const next = asked({ source, args: { after: pageInfo.endCursor } });
      expect(Object.values(field.request(next).variableMap)).toEqual(
        expect.arrayContaining([place, 'a']),
      );
    },
  );
});

describe('the contributors and series of a book', () => {
  const linked = {
    ...aBookRow,
    contributors: JSON.stringify([
      { name: '山田 花', role: 'AUTHOR', roleText: '著' },
      { name: '誰か', role: 'EDITOR', roleText: '編' },
    ]),
    contributor_links: JSON.stringify([
      { place: 0, entry },
      { place: 0, entry },
    ]),
    series_place: JSON.stringify({ number: 3, entry: { ...entry, id: 's-1', aliases: null } }),
  };

  it('a book has its linked contributors and its series', () => {
    const told = book.response(asked({ result: answered([linked]) }));
    expect(told?.contributors.map(({ contributor: who }) => who?.id)).toEqual(['c-1', undefined]);
    expect(told?.seriesPlace).toMatchObject({ number: 3, series: { id: 's-1', aliases: [] } });
  });

  it('a book has no contributors or series if they were not read', () => {
    const told = book.response(asked({ result: answered([aBookRow]) }));
    expect(told?.contributors).toEqual([{ name: '山田 花', role: 'AUTHOR', roleText: '著' }]);
    expect(told?.seriesPlace).toBeUndefined();
  });

  const sqlOf = (written: string, ...selected: string[]) =>
    byIsbn.request(asked({ args: { isbn: '' }, written, selected })).statements.join();

  it.each(['{ }', '{ ...Card }'])(
    'a book is read with contributors and series only if %s requests them',
    (written) => {
      const plain = sqlOf(written, 'title', 'contributors', 'contributors/name', 'series');
      expect(plain).not.toContain('book_contributor');
      expect(plain).not.toContain('book_series');
      const asking = ['contributors', 'contributors/contributor', 'contributors/contributor/id'];
      expect(sqlOf(written, ...asking)).toContain('as contributor_links');
      expect(sqlOf(written, 'seriesPlace', 'seriesPlace/number')).toContain('as series_place');
    },
  );

  it('a book is read with contributors and series if an alias or a fragment may hide them', () => {
    expect(sqlOf('{ who: contributors { who: contributor { id } } }', 'who')).toContain(
      'as contributor_links',
    );
    expect(sqlOf('{ ...Card }', 'contributors', 'contributors/who')).toContain(
      'as contributor_links',
    );
    expect(sqlOf('{ ...Card }', 'contributors', 'contributors/name', 'place')).toContain(
      'as series_place',
    );
  });
});
