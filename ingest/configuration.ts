import { z } from 'zod';

const order = z.object({
  FEED_BUCKET: z.string().min(1),
  RUN_ID: z.string().min(1).max(100),
  FEED_KEY: z.string().min(1),
  PROFILE: z.string().min(1),
  ENCODING: z.string().default(''),
});

/** What the container is told to read, beside its database. A missing variable is named. */
export function readOrder(environment: NodeJS.ProcessEnv = process.env) {
  return order.parse(environment);
}
