import type { MailNote } from './claimMails.ts';
import type { News } from './compose/letter.ts';
import type { MailedBook } from './readBooks.ts';

/** What a mail is to say, and the notes that it need not speak of any more. */
export interface ToTell {
  news: News[];
  untold: { seq: number; reason: string }[];
}

/** Makes news of the notes of a mail. A book that is not there is an error. */
export function newsOf(notes: MailNote[], books: Map<string, MailedBook>): ToTell {
  const news = notes.map(({ kind, bookId, change }) => {
    const book = books.get(bookId);
    if (book === undefined) throw new Error(`There is no book ${bookId}`);
    return { kind, book, change };
  });
  return { news, untold: [] };
}
