import type { BookPageQuery } from '../../generated/documents.ts';

export type BookOfPage = NonNullable<BookPageQuery['book']>;
