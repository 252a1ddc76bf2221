import * as asContributor from '../../../resolvers/Contributor.subscription.ts';
import * as bookConsent from '../../../resolvers/Mutation.subscribeToBook/1-consent.ts';
import * as bookSubscribe from '../../../resolvers/Mutation.subscribeToBook/2-subscribe.ts';
import * as c1 from '../../../resolvers/Mutation.subscribeToContributor/1-find.ts';
import * as c2 from '../../../resolvers/Mutation.subscribeToContributor/2-consent.ts';
import * as c3 from '../../../resolvers/Mutation.subscribeToContributor/3-begin.ts';
import * as c4 from '../../../resolvers/Mutation.subscribeToContributor/4-catchUp.ts';
import * as c5 from '../../../resolvers/Mutation.subscribeToContributor/5-look.ts';
import * as c6 from '../../../resolvers/Mutation.subscribeToContributor/6-drop.ts';
import * as c7 from '../../../resolvers/Mutation.subscribeToContributor/7-finish.ts';
import * as s1 from '../../../resolvers/Mutation.subscribeToSeries/1-find.ts';
import * as s2 from '../../../resolvers/Mutation.subscribeToSeries/2-consent.ts';
import * as s3 from '../../../resolvers/Mutation.subscribeToSeries/3-begin.ts';
import * as s4 from '../../../resolvers/Mutation.subscribeToSeries/4-catchUp.ts';
import * as s5 from '../../../resolvers/Mutation.subscribeToSeries/5-look.ts';
import * as s6 from '../../../resolvers/Mutation.subscribeToSeries/6-drop.ts';
import * as s7 from '../../../resolvers/Mutation.subscribeToSeries/7-finish.ts';
import * as b1 from '../../../resolvers/Mutation.unsubscribeFromBook/1-withdraw.ts';
import * as b2 from '../../../resolvers/Mutation.unsubscribeFromBook/2-remove.ts';
import * as b3 from '../../../resolvers/Mutation.unsubscribeFromBook/3-forget.ts';
import * as u1 from '../../../resolvers/Mutation.unsubscribeFromContributor/1-end.ts';
import * as u2 from '../../../resolvers/Mutation.unsubscribeFromContributor/2-drop.ts';
import * as u3 from '../../../resolvers/Mutation.unsubscribeFromContributor/3-forget.ts';
import * as v1 from '../../../resolvers/Mutation.unsubscribeFromSeries/1-end.ts';
import * as v2 from '../../../resolvers/Mutation.unsubscribeFromSeries/2-drop.ts';
import * as v3 from '../../../resolvers/Mutation.unsubscribeFromSeries/3-forget.ts';
import * as asSeries from '../../../resolvers/Series.subscription.ts';
import * as list from '../../../resolvers/Viewer.standingSubscriptions.ts';
import * as books from '../../../resolvers/Viewer.subscriptions.ts';
import type { Step } from '../../support/askResolver.ts';

/** The resolvers of everything that a member waits for, each with its steps in their order. */
export const RESOLVERS = {
  subscribeToBook: [bookConsent, bookSubscribe],
  unsubscribeFromBook: [b1, b2, b3],
  subscribeToContributor: [c1, c2, c3, c4, c5, c6, c7],
  unsubscribeFromContributor: [u1, u2, u3],
  subscribeToSeries: [s1, s2, s3, s4, s5, s6, s7],
  unsubscribeFromSeries: [v1, v2, v3],
  ofContributor: [asContributor],
  ofSeries: [asSeries],
  standingSubscriptions: [list],
  subscriptions: [books],
} satisfies { [name: string]: Step[] };
