import { useQuery } from '@apollo/client/react';
import { useTranslations } from 'use-intl/react';
import { MyStandingDocument } from '../../../generated/documents.ts';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { MoreButton } from '../../../parts/list/MoreButton.tsx';
import { useMore } from '../../../parts/list/useMore.ts';
import { AwaitedRow } from './AwaitedRow.tsx';

/**
 * The member's standing subscriptions. An ended one stays visible until the reader leaves the page.
 */
export function MyStanding() {
  const t = useTranslations('my');
  const { data, error, refetch, fetchMore } = useQuery(MyStandingDocument, {
    variables: { first: 20 },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const shown = data?.viewer?.standingSubscriptions;
  const page = useMore(shown?.pageInfo, fetchMore);
  if (!shown && error) return <Failure onRetry={() => refetch().catch(console.error)} />;
  // Most members subscribe only to books; for them the section is hidden.
  if (!shown || shown.edges.length === 0) return null;
  return (
    <section className="my-standing" aria-labelledby="my-standing">
      <h2 id="my-standing">{t('standing')}</h2>
      <ul>
        {shown.edges.map(({ node }) => (
          <li key={node.id}>
            <AwaitedRow standing={node} />
          </li>
        ))}
      </ul>
      <MoreButton page={page} label={t('standingMore')} />
    </section>
  );
}
