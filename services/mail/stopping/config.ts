import { z } from 'zod';
import { originSecret } from '../../lib/http/originSecret.ts';
import { type LinkSecrets, readLinkSecrets } from '../links/linkSecrets.ts';

const settings = originSecret.extend({
  LINK_SECRET: z.string().min(1),
  SHOP_NAME: z.string().min(1),
  SHOP_CONTACT: z.string().min(1),
});

/** Settings of the page behind a mail's link, apart from the database. */
export interface UnsubscribeConfig {
  /** The secret with which the distribution identifies itself. */
  originSecret: string;
  linkSecrets: LinkSecrets;
  shopName: string;
  /** Where members complain or ask, as in every mail. */
  contact: string;
}

/** Reads the settings from the environment. Throws an error that names a missing variable. */
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
