import { Logger } from '@aws-lambda-powertools/logger';

/** What the release workflow tells its operators: counts, seqs and ISBNs, nothing about members. */
export const log = new Logger({ serviceName: 'release' });
