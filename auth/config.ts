import { z } from 'zod';

const schema = z.object({
  SIGNING_KEY_ID: z.string().min(1),
  ISSUER: z.url(),
  AUDIENCE: z.string().min(1),
  /** Member ids, separated by commas; empty when nobody is an operator. */
  OPERATOR_MEMBER_IDS: z.string(),
  ORIGIN_SECRET: z.string().min(16),
  SITE_URL: z.url(),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).max(99_999),
});

/** What sign-in needs to know, beside the two databases. */
export interface AuthConfig {
  signingKeyId: string;
  issuer: string;
  audience: string;
  operators: Set<string>;
  originSecret: string;
  siteOrigin: string;
  /** How many passwords are checked in a minute; those of known devices are counted apart. */
  signInsPerMinute: number;
}

/** Read from the environment. A missing variable is an error that names it. */
export function readAuthConfig(environment: NodeJS.ProcessEnv = process.env): AuthConfig {
  const read = schema.parse(environment);
  const operators = read.OPERATOR_MEMBER_IDS.split(',').map((id) => id.trim());
  return {
    signingKeyId: read.SIGNING_KEY_ID,
    issuer: read.ISSUER,
    audience: read.AUDIENCE,
    operators: new Set(operators.filter((id) => id !== '')),
    originSecret: read.ORIGIN_SECRET,
    siteOrigin: new URL(read.SITE_URL).origin,
    signInsPerMinute: read.SIGN_INS_PER_MINUTE,
  };
}
