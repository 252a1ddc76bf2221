/** A statement as the Data API takes it, and the same one for a driver. */
export interface Statement {
  name: string;
  named: string;
  values: { name: string; value: { longValue: number } }[];
  positional: string;
  bound: number[];
}

/** The first page of upcoming books, as the resolver of `upcomingBooks` queries it. */
export const list: Statement = statement('list of 20 books', (limit) => {
  const range = (status: string) => `(select b.id, b.release_order from book b
    where b.status = '${status}' order by b.release_order, b.id limit ${limit})`;
  return `select b.release_order, b.id, b.isbn, b.title, b.subtitle, b.volume, b.contributors,
      b.publisher, b.series, b.price, b.release_earliest, b.release_latest, b.release_precision,
      b.release_text, b.status, b.updated_at
    from (${range('UPCOMING')} union all ${range('UNCONFIRMED')}
      order by release_order, id limit ${limit}) place
    join book b on b.id = place.id order by place.release_order, place.id`;
});

/** The cost of a statement that does next to nothing. */
export const tiny: Statement = statement('one row by its number', (n) => `select ${n} as n`);

function statement(name: string, write: (place: string) => string): Statement {
  const value = 20;
  const positional = write('?');
  return {
    name,
    named: write(':n'),
    values: [{ name: 'n', value: { longValue: value } }],
    positional,
    bound: Array.from({ length: positional.split('?').length - 1 }, () => value),
  };
}
