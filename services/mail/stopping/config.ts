import { z } from 'zod';
import { originSecret } from '../../lib/http/originSecret.ts';
import { type LinkSecrets, readLinkSecrets } from '../links/linkSecrets.ts';

const settings = originSecret.extend({
  LINK_SECRET: z.string().min(1),
  SHOP_NAME: z.string().min(1),
  SHOP_CONTACT: z.string().min(1),
});

/** What the page behind a mail's link needs to know, beside the database. */
export interface UnsubscribeConfig {
  /** What the distribution says to be believed. */
  originSecret: string;
  linkSecrets: LinkSecrets;
  shopName: string;
  /** Where members complain or ask, as every mail says. */
  contact: string;
}

/** Read from the environment. A missing variable is an error that names it. */
export function readUnsubscribeConfig(
  environment: NodeJS.ProcessEnv = process.env,
): UnsubscribeConfig {
  const read = settings.parse(environment);
  return {
    originSecret: read.ORIGIN_SECRET,
    linkSecrets: readLinkSecrets(read.LINK_SECRET),
    shopName: read.SHOP_NAME,
    contact: read.SHOP_CONTACT,
  };
}
