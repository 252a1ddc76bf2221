import { z } from 'zod';

const order = z.object({
  FEED_BUCKET: z.string().min(1),
  // The database keeps it in ASCII; an execution's name may hold more.
  RUN_ID: z.string().regex(/^[!-~]{1,100}$/),
  FEED_KEY: z.string().min(1),
  PROFILE: z.string().min(1),
  ENCODING: z.string().default(''),
});

/** What the container is told to read, beside its database. A missing variable is named. */
export function readOrder(environment: NodeJS.ProcessEnv = process.env) {
  return order.parse(environment);
}
