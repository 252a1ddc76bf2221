import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** The retention of every log: long enough to look back over a quarter of releases. */
export const LOG_RETENTION = RetentionDays.THREE_MONTHS;
