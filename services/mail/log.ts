import { Logger } from '@aws-lambda-powertools/logger';

/** What mailing tells its operators: counts and mail keys; never who is written to. */
export const log = new Logger({ serviceName: 'mail' });
