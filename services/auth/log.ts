import { Logger } from '@aws-lambda-powertools/logger';

/** What sign-in tells its operators. Never given a login, password or token. */
export const log = new Logger({ serviceName: 'auth' });
