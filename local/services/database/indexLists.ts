import type { Phrases } from './phrases.ts';

/** The columns of one index: the positions of the opening and closing parenthesis. */
export interface IndexList {
  open: number;
  close: number;
}

/** Finds every list of indexed columns in `create index`, `create table` and `alter table`. */
export function indexLists(sql: Phrases): IndexList[] {
  if (!['create', 'alter'].includes(sql.word(0))) return [];
  const lists: IndexList[] = [];
  for (let at = 0; at < sql.length; at += 1) {
    if (sql.word(at) !== 'index' && sql.word(at) !== 'key') continue;
    const open = opening(sql, at + 1);
    if (open !== undefined) lists.push({ open, close: sql.closing(open) });
  }
  return lists;
}

/** The list may be preceded by a name, a method and, in `create index`, a table. */
function opening(sql: Phrases, from: number): number | undefined {
  for (let at = from; at < from + 8; at += 1) {
    if (sql.text(at) === '(') return at;
    if ([undefined, ',', ')', ';'].includes(sql.text(at))) return undefined;
  }
  return undefined;
}
