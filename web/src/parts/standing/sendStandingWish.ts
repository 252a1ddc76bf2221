import type { ApolloCache, ApolloClient } from '@apollo/client';
import {
  type CatalogueKind,
  type ContributorRole,
  type StandingConsentWording,
  type StandingPartsFragment,
  SubscribeToContributorDocument,
  SubscribeToSeriesDocument,
  UnsubscribeFromContributorDocument,
  UnsubscribeFromSeriesDocument,
} from '../../generated/documents.ts';
import type { NewsSource } from '../sign-in/Asked.ts';

/** The optimistic response, typed like the API's. */
type Standing = StandingPartsFragment & { __typename: 'StandingSubscription' };

/** Starts a standing subscription or changes its roles: shown at once, reverted if it throws. */
export async function beginStanding(
  client: ApolloClient,
  { kind, id, name }: NewsSource,
  { roles, wording }: { roles: ContributorRole[]; wording: StandingConsentWording },
): Promise<void> {
  const since = new Date().toISOString();
  const standing: Standing = { __typename: 'StandingSubscription', kind, id, name, roles, since };
  if (kind === 'CONTRIBUTOR') {
    await client.mutate({
      mutation: SubscribeToContributorDocument,
      variables: { id, roles, wording },
      optimisticResponse: { subscribeToContributor: standing },
      update: (cache, { data }) => show(cache, kind, id, data?.subscribeToContributor ?? null),
    });
  } else {
    await client.mutate({
      mutation: SubscribeToSeriesDocument,
      variables: { id, wording },
      optimisticResponse: { subscribeToSeries: { ...standing, roles: null } },
      update: (cache, { data }) => show(cache, kind, id, data?.subscribeToSeries ?? null),
    });
  }
}

/** Ends a standing subscription: shown at once, reverted if it throws. */
export async function endStanding(client: ApolloClient, { kind, id }: NewsSource): Promise<void> {
  const update = (cache: ApolloCache) => show(cache, kind, id, null);
  if (kind === 'CONTRIBUTOR') {
    await client.mutate({
      mutation: UnsubscribeFromContributorDocument,
      variables: { id },
      optimisticResponse: { unsubscribeFromContributor: null },
      update,
    });
  } else {
    await client.mutate({
      mutation: UnsubscribeFromSeriesDocument,
      variables: { id },
      optimisticResponse: { unsubscribeFromSeries: null },
      update,
    });
  }
}

function show(
  cache: ApolloCache,
  kind: CatalogueKind,
  id: string,
  standing: StandingPartsFragment | null,
): void {
  const __typename = kind === 'CONTRIBUTOR' ? 'Contributor' : 'Series';
  const entry = cache.identify({ __typename, id });
  const kept = standing && cache.identify({ __typename: 'StandingSubscription', id: standing.id });
  const shown = kept ? { __ref: kept } : null;
  if (entry) cache.modify({ id: entry, fields: { subscription: () => shown } });
}
