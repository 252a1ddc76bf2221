import type { Day } from '../../../../../domain/release/calendar.ts';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import type { UpcomingBook } from '../books/useUpcomingBooks.ts';

/** Books announced on the same day. */
export interface AnnouncedSection {
  day: Day;
  books: UpcomingBook[];
}

/** Groups the list's books, already newest first, by the day of their announcement. */
export function groupByAnnounced(books: readonly UpcomingBook[]): AnnouncedSection[] {
  const sections: AnnouncedSection[] = [];
  for (const book of books) {
    const day = dayInJapan(new Date(book.announcedAt));
    const last = sections.at(-1);
    if (last?.day === day) last.books.push(book);
    else sections.push({ day, books: [book] });
  }
  return sections;
}
