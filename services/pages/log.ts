import { Logger } from '@aws-lambda-powertools/logger';

/** What the pages tell operators: which head was left out, and why. */
export const log = new Logger({ serviceName: 'pages' });
