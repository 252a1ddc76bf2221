import { Logger } from '@aws-lambda-powertools/logger';

/**
 * What a function tells its operators: counts, keys and ids. Never give it a login, a password, a
 * token or an address. POWERTOOLS_SERVICE_NAME says which service is speaking.
 */
export const log = new Logger();
