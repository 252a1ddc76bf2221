import { steps as ofContributor } from '../../../resolvers/Contributor.subscription.ts';
import { steps as subscribeToBook } from '../../../resolvers/Mutation.subscribeToBook.ts';
import { steps as subscribeToContributor } from '../../../resolvers/Mutation.subscribeToContributor.ts';
import { steps as subscribeToSeries } from '../../../resolvers/Mutation.subscribeToSeries.ts';
import { steps as unsubscribeFromBook } from '../../../resolvers/Mutation.unsubscribeFromBook.ts';
import { steps as unsubscribeFromContributor } from '../../../resolvers/Mutation.unsubscribeFromContributor.ts';
import { steps as unsubscribeFromSeries } from '../../../resolvers/Mutation.unsubscribeFromSeries.ts';
import { steps as ofSeries } from '../../../resolvers/Series.subscription.ts';
import * as standingSubscriptions from '../../../resolvers/Viewer.standingSubscriptions.ts';
import * as subscriptions from '../../../resolvers/Viewer.subscriptions.ts';
import type { Step } from '../../support/askResolver.ts';

/** The resolvers of everything that a member can wait for, each with its steps in order. */
export const RESOLVERS = {
  subscribeToBook,
  unsubscribeFromBook,
  subscribeToContributor,
  unsubscribeFromContributor,
  subscribeToSeries,
  unsubscribeFromSeries,
  ofContributor,
  ofSeries,
  standingSubscriptions: [standingSubscriptions],
  subscriptions: [subscriptions],
} satisfies { [name: string]: Step[] };
