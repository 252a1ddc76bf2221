import { metricWriter } from '../lib/metricWriter.ts';

/** Metrics about stored passwords. */
export type PasswordMetric = 'PasswordsUncheckable' | 'WeakPasswordsAccepted';

/** Counts one for an operators' alarm. The log has the details. */
export const countMetric = metricWriter<'SignInsRefused' | PasswordMetric>('Auth');
