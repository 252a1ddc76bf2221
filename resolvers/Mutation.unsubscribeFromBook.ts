import * as forgetSubscription from './functions/subscriptions/forgetSubscription.ts';
import * as removeReasons from './functions/subscriptions/removeReasons.ts';
import * as withdrawBookConsent from './functions/subscriptions/withdrawBookConsent.ts';

export const steps = [withdrawBookConsent, removeReasons, forgetSubscription];
