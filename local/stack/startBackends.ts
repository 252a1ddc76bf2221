import { join } from 'node:path';
import { endpointsOf, endpointVariables } from '../lib/endpoints.ts';
import type { Ports } from '../lib/ports.ts';
import { readBuckets } from '../services/cloudformation/readBuckets.ts';
import { type CloudWatch, startCloudWatch } from '../services/cloudwatch/startCloudWatch.ts';
import { type Ecs, startEcs } from '../services/ecs/startEcs.ts';
import { type EventBus, startEvents } from '../services/events/startEvents.ts';
import type { Keys } from '../services/iam/accessKeys.ts';
import { startKms } from '../services/kms/startKms.ts';
import { FUNCTION_METRICS } from '../services/lambda/functionMeasurements.ts';
import { type Lambda, startLambda } from '../services/lambda/startLambda.ts';
import { type S3, startS3 } from '../services/s3/startS3.ts';
import { readSender } from '../services/ses/readSender.ts';
import { REPUTATION_METRICS } from '../services/ses/reputation.ts';
import { startSes } from '../services/ses/startSes.ts';
import { startSns } from '../services/sns/startSns.ts';
import { EXECUTION_METRICS } from '../services/states/executions/executionMeasurement.ts';
import type { StartSteps } from './startSteps.ts';
import type { ResolvedTemplate } from './template.ts';

export interface BackendOptions {
  template: ResolvedTemplate;
  ports: Ports;
  /** The keys with which functions and containers sign. */
  keys: Keys;
  dir: string;
  /** The first port for debuggers of functions. */
  inspectFrom?: number | undefined;
  log: (line: string) => void;
  running: StartSteps['running'];
}

export interface Backends {
  s3: S3;
  lambda: Lambda;
  ecs: Ecs;
  events: EventBus;
  cloudWatch: CloudWatch;
}

/** Starts what functions and containers call, apart from the database, and what runs them. */
export async function startBackends(options: BackendOptions): Promise<Backends> {
  const { ports, dir, inspectFrom, log, running } = options;
  const { resources, assembly } = options.template;
  const buckets = readBuckets(resources);
  const s3 = running('S3', await startS3({ dir, port: await ports.use('s3'), buckets, log }));
  const ofKms = resources.filter(({ type }) => type.startsWith('AWS::KMS::'));
  running('KMS', await startKms({ dir, port: await ports.use('kms'), keys: ofKms, log }));
  const events = startEvents(resources, log);
  const ses = running(
    'SES',
    await startSes({
      port: await ports.use('ses'),
      inboxPort: await ports.use('inbox'),
      mailsFile: join(dir, 'mails.jsonl'),
      sender: readSender(resources),
      publish: (event) => events.put({ source: 'aws.ses', ...event }),
      measure: (measurements) => cloudWatch.put(measurements),
      log,
    }),
  );
  const { publish } = startSns({ resources, deliver: ses.deliver });
  const published = {
    'AWS/Lambda': FUNCTION_METRICS,
    'AWS/SES': REPUTATION_METRICS,
    'AWS/States': EXECUTION_METRICS,
  };
  const cloudWatch: CloudWatch = running(
    'CloudWatch',
    startCloudWatch({ resources, published, dir, publish, log }),
  );
  const endpoints = endpointVariables(endpointsOf(ports));
  const shared = { resources, dir, endpoints, keyOf: options.keys.ofRole };
  const port = await ports.use('lambda');
  const { assetPath, imagePath } = assembly;
  const lambda = running(
    'Lambda',
    await startLambda({
      ...{ ...shared, assetPath, port, inspectFrom, log },
      measure: cloudWatch.put,
    }),
  );
  const ecs = running('ECS', startEcs({ ...shared, imagePath }));
  return { s3, lambda, ecs, events, cloudWatch };
}
