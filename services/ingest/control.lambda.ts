import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { log } from '../lib/log.ts';
import { readControlSettings } from './controlling/config.ts';
import { createUpload } from './controlling/createUpload.ts';
import { decideRun } from './controlling/decideRun.ts';
import { openExecutions } from './controlling/executions.ts';
import { findDecision } from './controlling/findDecision.ts';
import { readOrder } from './controlling/order.ts';
import { startRun } from './controlling/startRun.ts';

const settings = readControlSettings();
const executions = openExecutions(new SFNClient({}), settings.stateMachineArn);
// A checksum would be that of the empty body signed here, and no file would match it.
const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

/**
 * Carries out operators' actions on ingest runs for the resolvers, which have checked the
 * permission.
 */
export async function handler(event: unknown) {
  const order = readOrder(event);
  switch (order.order) {
    case 'START': {
      const started = await startRun(executions, order, new Date());
      log.info('Started', { ...order, ...started });
      return started;
    }
    case 'APPROVE':
    case 'DISCARD': {
      const decision = await decideRun(executions, order);
      log.info('Decided', { ...order, ...decision });
      return decision;
    }
    case 'FIND_DECISION':
      return findDecision(executions, order.runId);
    case 'UPLOAD': {
      const upload = await createUpload(s3, settings.feedBucket, order.fileName, new Date());
      log.info('Upload', { key: upload.key, by: order.by });
      return upload;
    }
  }
}
