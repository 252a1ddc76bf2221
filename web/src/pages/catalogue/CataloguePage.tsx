import { Navigate, useParams } from 'react-router';
import type { CatalogueKind } from '../../generated/documents.ts';
import { catalogueAddress } from '../../lib/catalogueAddress.ts';
import { Failure } from '../../parts/feedback/Failure.tsx';
import { PageSkeleton } from '../../parts/page/PageSkeleton.tsx';
import { CatalogueEntry } from './CatalogueEntry.tsx';
import { NoSuchEntry } from './NoSuchEntry.tsx';
import { useCatalogueEntry } from './useCatalogueEntry.ts';
import './catalogue.css';

/** A contributor or a series with its upcoming books. */
export default function CataloguePage({ kind }: { kind: CatalogueKind }) {
  const { id = '' } = useParams();
  const { entry, failed, refetch, fetchMore } = useCatalogueEntry(kind, id);
  // A joined entry redirects to the one it was joined to.
  if (entry && entry.id !== id) return <Navigate to={catalogueAddress(kind, entry.id)} replace />;
  if (entry) return <CatalogueEntry key={id} kind={kind} entry={entry} fetchMore={fetchMore} />;
  if (entry === null) return <NoSuchEntry kind={kind} />;
  if (failed) return <Failure onRetry={refetch} />;
  return <PageSkeleton />;
}
