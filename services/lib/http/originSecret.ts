import { z } from 'zod';

/** The variable with the secret that the site's distribution presents. */
export const originSecret = z.object({ ORIGIN_SECRET: z.string().min(16) });
