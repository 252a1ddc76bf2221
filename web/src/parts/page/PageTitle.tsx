import { useDocumentTitle } from './useDocumentTitle.ts';

/** The heading of a page, which is also the title of its window. */
export function PageTitle({ title }: { title: string }) {
  useDocumentTitle(title);
  return <h1 className="page-title">{title}</h1>;
}
