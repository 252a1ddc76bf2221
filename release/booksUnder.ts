import type { SomeBooks } from '../db/search/listBooks.ts';

/** The books under these ISBNs, as what upcoming books are found by takes them. */
export function booksUnder(isbns: string[]): SomeBooks {
  return {
    from: `json_table(:isbns, '$[*]' columns (
       isbn varchar(13) character set ascii path '$'
     )) as i
     straight_join book b force index (book_isbn) on b.isbn = i.isbn collate ascii_bin
     straight_join book_text t on t.book_id = b.id`,
    where: 'true',
    values: { isbns: JSON.stringify(isbns) },
  };
}
