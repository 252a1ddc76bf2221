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

/** Who writes to members, and where their answers lead. */
export interface Letterhead {
  /** The address that mails come from. */
  from: string;
  shopName: string;
  /** The site's address without a slash at its end. */
  siteUrl: string;
  /** The shop's postal address. */
  postalAddress: string;
  /** Where members complain or ask: a telephone number, an address of mail or of a page. */
  contact: string;
}

/** Settings of the sender, from the environment. A missing variable is an error that names it. */
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

/** The configuration set of our mails, from the environment. */
export function readConfigurationSet(environment: NodeJS.ProcessEnv = process.env): string {
  return settings.pick({ CONFIGURATION_SET: true }).parse(environment).CONFIGURATION_SET;
}

/** How many mails a second the account may send, from the environment. */
export function readMailRate(environment: NodeJS.ProcessEnv = process.env): number {
  return rate.parse(environment).MAIL_RATE;
}
