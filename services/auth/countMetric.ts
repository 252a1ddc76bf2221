import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Limit } from './throttle.ts';

const metrics = new Metrics({ namespace: 'Shinkan/Auth', serviceName: 'auth' });

/** Why a sign-in was refused: the login or the password is not right, or a limit was reached. */
export type Refusal = 'password' | Limit;

/** What is counted of stored passwords. */
export type PasswordMetric = 'PasswordsUncheckable' | 'WeakPasswordsAccepted';

/**
 * Counts one for operators' alarms, in the namespace `Shinkan/Auth` of CloudWatch. What it is about
 * stands beside it in the log.
 */
export function countMetric(
  name: 'SignInsRefused' | PasswordMetric,
  about: { reason: Refusal } | { format: string },
): void {
  const metric = metrics.singleMetric();
  for (const [key, value] of Object.entries(about)) metric.addMetadata(key, value);
  metric.addMetric(name, MetricUnit.Count, 1);
}
