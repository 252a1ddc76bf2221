import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** How long every log is kept: long enough to look back over a quarter of releases. */
export const LOG_RETENTION = RetentionDays.THREE_MONTHS;
