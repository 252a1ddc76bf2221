import { z } from 'zod';

const settings = z.object({
  STATE_MACHINE_ARN: z.string().min(1),
  FEED_BUCKET: z.string().min(1),
});

/** Which workflow is controlled, and where files go. A missing variable is named. */
export function readControlSettings(environment: NodeJS.ProcessEnv = process.env) {
  const read = settings.parse(environment);
  return { stateMachineArn: read.STATE_MACHINE_ARN, feedBucket: read.FEED_BUCKET };
}
