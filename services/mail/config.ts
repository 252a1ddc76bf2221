import { z } from 'zod';

const settings = z.object({
  MAIL_FROM: z.string().regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'expected a bare address'),
  CONFIGURATION_SET: z.string().min(1),
  SITE_URL: z.url(),
  SHOP_NAME: z.string().min(1),
  SHOP_ADDRESS: z.string().min(1),
  SHOP_CONTACT: z.string().min(1),
});

const rate = z.object({ MAIL_RATE: z.coerce.number().int().min(1) });

/** The sender of mails to members, and where replies go. */
export interface Letterhead {
  /** The sender address. */
  from: string;
  shopName: string;
  /** The site's base URL without a trailing slash. */
  siteUrl: string;
  /** The shop's postal address. */
  postalAddress: string;
  /** Where members complain or ask: a telephone number, a mail address or a page's URL. */
  contact: string;
}

/**
 * Reads the sender's settings from the environment. Throws an error that names a missing variable.
 */
export function readMailSettings(environment: NodeJS.ProcessEnv = process.env): {
  letterhead: Letterhead;
  configurationSet: string;
} {
  const read = settings.parse(environment);
  return {
    letterhead: {
      from: read.MAIL_FROM,
      shopName: read.SHOP_NAME,
      siteUrl: read.SITE_URL.replace(/\/+$/, ''),
      postalAddress: read.SHOP_ADDRESS,
      contact: read.SHOP_CONTACT,
    },
    configurationSet: read.CONFIGURATION_SET,
  };
}

/** Reads the configuration set of our mails from the environment. */
export function readConfigurationSet(environment: NodeJS.ProcessEnv = process.env): string {
  return settings.pick({ CONFIGURATION_SET: true }).parse(environment).CONFIGURATION_SET;
}

/** Reads from the environment how many mails per second the account may send. */
export function readMailRate(environment: NodeJS.ProcessEnv = process.env): number {
  return rate.parse(environment).MAIL_RATE;
}
