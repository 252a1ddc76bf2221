import { useDocumentTitle } from './useDocumentTitle.ts';

/** A page's heading, which is also the document title. */
export function PageTitle({ title }: { title: string }) {
  useDocumentTitle(title);
  return <h1 className="page-title">{title}</h1>;
}
