import { z } from 'zod';

const order = z.object({
  FEED_BUCKET: z.string().min(1),
  // Stored as ASCII in the database; an execution's name may have other characters.
  RUN_ID: z.string().regex(/^[!-~]{1,100}$/),
  FEED_KEY: z.string().min(1),
  PROFILE: z.string().min(1),
  ENCODING: z.string().default(''),
});

/**
 * Reads from the environment what the container is to stage. Throws an error that names a missing
 * variable.
 */
export function readOrder(environment: NodeJS.ProcessEnv = process.env) {
  return order.parse(environment);
}
