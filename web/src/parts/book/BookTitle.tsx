import { useMarking } from '../marking/MarkingContext.ts';

interface TitleParts {
  title: string;
  subtitle: string | null;
  volume: string | null;
  edition: string | null;
}

/** A title, marked as Japanese in every language, with volume and edition. */
export function BookTitle({ book }: { book: TitleParts }) {
  const mark = useMarking()?.mark ?? String;
  return (
    <span lang="ja">
      {mark(book.title)}
      {book.volume && <span className="book-title__volume"> {mark(book.volume)}</span>}
      {book.edition && <span className="book-title__edition"> {mark(book.edition)}</span>}
      {book.subtitle && <span className="book-title__subtitle"> {mark(book.subtitle)}</span>}
    </span>
  );
}
