import * as addSubscription from './functions/subscriptions/addSubscription.ts';
import * as recordBookConsent from './functions/subscriptions/recordBookConsent.ts';

export const steps = [recordBookConsent, addSubscription];
