import { z } from 'zod';
import { originSecret } from '../lib/http/originSecret.ts';

const settings = originSecret.extend({ SITE_URL: z.url() });

/** Settings of the pages, apart from the database. */
export interface PagesConfig {
  /** The secret with which the distribution identifies itself. */
  originSecret: string;
  /** The site's base URL without a trailing slash. */
  siteUrl: string;
}

/** Reads the settings from the environment. Throws an error that names a missing variable. */
export function readPagesConfig(environment: NodeJS.ProcessEnv = process.env): PagesConfig {
  const read = settings.parse(environment);
  return { originSecret: read.ORIGIN_SECRET, siteUrl: read.SITE_URL };
}
