import { metricWriter } from '../lib/metricWriter.ts';

/** What is counted of stored passwords. */
export type PasswordMetric = 'PasswordsUncheckable' | 'WeakPasswordsAccepted';

/** Counts one for operators' alarms. The log says what it is about. */
export const countMetric = metricWriter<'SignInsRefused' | PasswordMetric>('Auth');
