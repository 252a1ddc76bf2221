import { toJson } from './errors.ts';
import { helperFault } from './helperFault.ts';
import { currentInvocation, type Invalidation, type SubscriptionFilter } from './invocation.ts';
import { refuseAll } from './refuseAll.ts';

/** "Extensions": unique calls in a single request. */
const MOST_INVALIDATIONS = 5;

/** `extensions` of APPSYNC_JS ("Extensions"). */
export const extensions = {
  setSubscriptionFilter(filter: SubscriptionFilter): void {
    currentInvocation().subscriptionFilter = readFilter('setSubscriptionFilter', filter);
  },
  setSubscriptionInvalidationFilter(filter: SubscriptionFilter): void {
    currentInvocation().invalidationFilter = readFilter(
      'setSubscriptionInvalidationFilter',
      filter,
    );
  },
  /** Equal invalidations count once. A sixth distinct one is an error of the field. */
  invalidateSubscriptions(asked: Invalidation): void {
    const { subscriptionField, payload } = asked ?? {};
    if (typeof subscriptionField !== 'string' || typeof payload !== 'object' || payload === null) {
      throw new TypeError(
        `extensions.invalidateSubscriptions expects { subscriptionField, payload }, not ${JSON.stringify(asked)}`,
      );
    }
    const invalidation = toJson({ subscriptionField, payload }) as unknown as Invalidation;
    const { invalidations } = currentInvocation();
    const text = JSON.stringify(invalidation);
    if (invalidations.some((one) => JSON.stringify(one) === text)) return;
    if (invalidations.length === MOST_INVALIDATIONS) {
      throw helperFault(
        `extensions.invalidateSubscriptions takes at most ${MOST_INVALIDATIONS} distinct invalidations in one request`,
      );
    }
    invalidations.push(invalidation);
  },
  ...refuseAll('extensions', ['evictFromApiCache']),
};

function readFilter(name: string, filter: SubscriptionFilter): SubscriptionFilter {
  if (!Array.isArray(filter?.filterGroup)) {
    throw new TypeError(
      `extensions.${name} expects { filterGroup: [...] }, not ${JSON.stringify(filter)}`,
    );
  }
  return toJson(filter) as unknown as SubscriptionFilter;
}
