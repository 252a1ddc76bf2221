import type { Engine } from '../answer/engine.ts';
import type { Invalidation } from '../utils/invocation.ts';
import type { Subscriptions } from './subscriptions.ts';

/** "AWS AppSync endpoints and quotas": invalidation requests of one API. */
const MOST_A_SECOND = 100;

/**
 * Carries out the mutations' `extensions.invalidateSubscriptions` calls. Skips and logs one that
 * names an unknown subscription or exceeds a hundred per second.
 */
export function createInvalidate(
  engine: Engine,
  subscriptions: Subscriptions,
  log: (line: string) => void,
): (invalidations: Invalidation[]) => void {
  let second = 0;
  let count = 0;
  return (invalidations) => {
    for (const invalidation of invalidations) {
      const { subscriptionField } = invalidation;
      if (!engine.schema.getSubscriptionType()?.getFields()[subscriptionField]) {
        log(`cannot invalidate ${subscriptionField}: the schema has no such subscription`);
        continue;
      }
      const now = Math.floor(Date.now() / 1000);
      count = now === second ? count + 1 : 1;
      second = now;
      if (count > MOST_A_SECOND) {
        log(`cannot invalidate ${subscriptionField}: AppSync takes ${MOST_A_SECOND} a second`);
        continue;
      }
      const ended = subscriptions.invalidate(invalidation);
      log(`invalidated ${ended} subscriptions to ${subscriptionField}`);
    }
  };
}
