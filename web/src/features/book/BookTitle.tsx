interface TitleParts {
  title: string;
  subtitle: string | null;
  volume: string | null;
  edition: string | null;
}

/** A title, Japanese on every page, with what tells this volume and edition from the others. */
export function BookTitle({ book }: { book: TitleParts }) {
  return (
    <span lang="ja">
      {book.title}
      {book.volume && <span className="book-title__volume"> {book.volume}</span>}
      {book.edition && <span className="book-title__edition"> {book.edition}</span>}
      {book.subtitle && <span className="book-title__subtitle"> {book.subtitle}</span>}
    </span>
  );
}
