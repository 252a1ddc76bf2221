import * as findFailedMail from './functions/mail/findFailedMail.ts';
import * as putBackMail from './functions/mail/putBackMail.ts';

export const steps = [findFailedMail, putBackMail];
