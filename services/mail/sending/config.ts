import { z } from 'zod';
import { readMailRate } from '../config.ts';
import { type LinkSecrets, readLinkSecrets } from '../links/linkSecrets.ts';

const settings = z.object({ LINK_SECRET: z.string().min(1) });

/**
 * What sending to members needs beside: the secrets of links, and how many mails a second the account
 * may send. A missing variable is an error that names it.
 */
export function readSenderSettings(environment: NodeJS.ProcessEnv = process.env): {
  linkSecrets: LinkSecrets;
  mailsPerSecond: number;
} {
  const read = settings.parse(environment);
  return {
    linkSecrets: readLinkSecrets(read.LINK_SECRET),
    mailsPerSecond: readMailRate(environment),
  };
}
