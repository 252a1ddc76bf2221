import { z } from 'zod';
import { readMailRate } from '../config.ts';
import { type LinkSecrets, readLinkSecrets } from '../links/linkSecrets.ts';

const settings = z.object({ LINK_SECRET: z.string().min(1) });

/**
 * Reads the additional settings for mails to members: the secrets of links, and how many mails per
 * second the account may send. Throws an error that names a missing variable.
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
