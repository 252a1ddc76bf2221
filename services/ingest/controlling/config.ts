import { z } from 'zod';

const settings = z.object({
  STATE_MACHINE_ARN: z.string().min(1),
  FEED_BUCKET: z.string().min(1),
});

/**
 * Reads the workflow's ARN and the feed bucket from the environment. Throws an error that names a
 * missing variable.
 */
export function readControlSettings(environment: NodeJS.ProcessEnv = process.env) {
  const read = settings.parse(environment);
  return { stateMachineArn: read.STATE_MACHINE_ARN, feedBucket: read.FEED_BUCKET };
}
