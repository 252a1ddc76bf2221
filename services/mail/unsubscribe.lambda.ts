import { setTimeout as pause } from 'node:timers/promises';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import type { Answer } from '../lib/http/answer.ts';
import { readRequest } from '../lib/http/request.ts';
import { log } from '../lib/log.ts';
import { putMetric } from './putMetric.ts';
import { toAnswer } from './stopping/answer.ts';
import { readUnsubscribeConfig } from './stopping/config.ts';
import { plainPage, route, type UnsubscribePorts } from './stopping/route.ts';

const ports: UnsubscribePorts = {
  config: readUnsubscribeConfig(),
  database: openDatabase(readDatabaseAddress()),
  clock: () => new Date(),
  pause,
};

/** Serves the page behind the links of mails, at its function URL. */
export async function handler(event: LambdaFunctionURLEvent): Promise<Answer> {
  const request = readRequest(event);
  try {
    return await route(request, ports);
  } catch (error) {
    log.error('A stop request failed', { error });
    putMetric('StopsFailed', 1);
    return toAnswer({ ...plainPage(request, ports.config), outcome: 'unavailable' });
  }
}
