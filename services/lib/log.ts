import { Logger } from '@aws-lambda-powertools/logger';

/**
 * The log for operators: counts, keys and ids. Never log a login, a password, a token or an
 * address. POWERTOOLS_SERVICE_NAME identifies the service.
 */
export const log = new Logger();
