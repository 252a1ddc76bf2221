import { z } from 'zod';
import type { PasswordRules } from './password/passwordRules.ts';
import { weakFormats } from './password/weakFormats.ts';

const schema = z.object({
  SIGNING_KEY_ID: z.string().min(1),
  ISSUER: z.url(),
  AUDIENCE: z.string().min(1),
  /** Member ids, separated by commas; empty when nobody is an operator. */
  OPERATOR_MEMBER_IDS: z.string(),
  ORIGIN_SECRET: z.string().min(16),
  SITE_URL: z.url(),
  /** Formats with commas; empty when none is taken. */
  WEAK_PASSWORD_FORMATS: weakFormats,
  ENCODER_SECRET: z.string(),
  REFUSAL_MS: z.coerce.number().int().min(100),
});

/** What sign-in needs to know, beside the two databases. */
export interface AuthConfig {
  signingKeyId: string;
  issuer: string;
  audience: string;
  operators: Set<string>;
  originSecret: string;
  siteOrigin: string;
  passwords: PasswordRules;
  /** A refused sign-in is answered after this many milliseconds, or a multiple of them. */
  refusalMs: number;
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
    passwords: {
      weakFormats: read.WEAK_PASSWORD_FORMATS,
      encoderSecret: read.ENCODER_SECRET,
    },
    refusalMs: read.REFUSAL_MS,
  };
}
