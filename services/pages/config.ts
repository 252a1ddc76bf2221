import { z } from 'zod';
import { originSecret } from '../lib/http/originSecret.ts';

const settings = originSecret.extend({ SITE_URL: z.url() });

/** What the pages need to know, beside the database. */
export interface PagesConfig {
  /** What the distribution says to be believed. */
  originSecret: string;
  /** Where readers find the site, without a slash at its end. */
  siteUrl: string;
}

/** Read from the environment. A missing variable is an error that names it. */
export function readPagesConfig(environment: NodeJS.ProcessEnv = process.env): PagesConfig {
  const read = settings.parse(environment);
  return { originSecret: read.ORIGIN_SECRET, siteUrl: read.SITE_URL };
}
