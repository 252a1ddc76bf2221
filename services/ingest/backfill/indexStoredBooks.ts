import type { Database } from '../../../db/database.ts';
import { addTexts, renewTexts, type Texts } from '../../../db/search/writeTexts.ts';
import { FOLDING } from '../../../domain/text/folding.ts';
import { searchText } from '../book/searchText.ts';
import type { StoredBook } from './storedBook.ts';

/** Updates the search index of books to their current content. */
export async function indexStoredBooks(database: Database, books: StoredBook[]): Promise<void> {
  const texts: Texts = {
    from: `json_table(:rows, '$[*]' columns (
       book_id varchar(120) character set ascii collate ascii_bin path '$[0]', folded text path '$[1]')) s`,
    where: 'true',
    bookId: 's.book_id',
    text: 's.folded',
    values: { rows: JSON.stringify(books.map((book) => [book.id, searchText(book)])) },
    folding: FOLDING,
  };
  await renewTexts(database, texts);
  await addTexts(database, texts);
}
