import { z } from 'zod';
import { originSecret } from '../lib/http/originSecret.ts';
import type { PasswordRules } from './password/passwordRules.ts';
import { weakFormats } from './password/weakFormats.ts';

const schema = originSecret.extend({
  /** Key ids by name, comma-separated: `SigningKey=1234…,SigningKey2=…`. */
  SIGNING_KEYS: z.string(),
  /** The name of the key that signs. */
  SIGNING_KEY: z.string().min(1),
  ISSUER: z.url(),
  AUDIENCE: z.string().min(1),
  /** Member ids, comma-separated; empty if nobody is an operator. */
  OPERATOR_MEMBER_IDS: z.string(),
  SITE_URL: z.url(),
  /** Accepted weak formats, comma-separated; empty for none. */
  WEAK_PASSWORD_FORMATS: weakFormats,
  ENCODER_SECRET: z.string(),
  REFUSAL_MS: z.coerce.number().int().min(100),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).max(99_999),
});

const issuerSchema = schema
  .pick({ SIGNING_KEYS: true, ISSUER: true })
  .extend({ ISSUER_BUCKET: z.string().min(1) });

/** What sign-in needs to know besides the two databases. */
export interface AuthConfig {
  /** The KMS id of the key that signs. */
  signingKeyId: string;
  issuer: string;
  audience: string;
  operators: Set<string>;
  originSecret: string;
  siteOrigin: string;
  passwords: PasswordRules;
  /** A refused sign-in is answered after this many milliseconds or a multiple of them. */
  refusalMs: number;
  /** How many passwords are checked per minute; known devices are counted separately. */
  signInsPerMinute: number;
}

/** Reads the settings from the environment. Throws an error that names a missing variable. */
export function readAuthConfig(environment: NodeJS.ProcessEnv = process.env): AuthConfig {
  const read = schema.parse(environment);
  const operators = read.OPERATOR_MEMBER_IDS.split(',').map((id) => id.trim());
  return {
    signingKeyId: readSigningKey(read.SIGNING_KEYS, read.SIGNING_KEY),
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
    signInsPerMinute: read.SIGN_INS_PER_MINUTE,
  };
}

/** The secret that the distribution presents; it also keys the marks of password hashes. */
export function readOriginSecret(environment: NodeJS.ProcessEnv = process.env): string {
  return originSecret.parse(environment).ORIGIN_SECRET;
}

/** Whose keys are published, and where. A missing variable is an error that names it. */
export function readIssuerConfig(environment: NodeJS.ProcessEnv = process.env): {
  keyIds: string[];
  issuer: string;
  bucket: string;
} {
  const read = issuerSchema.parse(environment);
  return {
    keyIds: [...readSigningKeys(read.SIGNING_KEYS).values()],
    issuer: read.ISSUER,
    bucket: read.ISSUER_BUCKET,
  };
}

/** The KMS ids of all signing keys by name. */
export function readSigningKeys(list: string): Map<string, string> {
  const pairs = list.split(',').map((pair) => pair.split('='));
  const keys = new Map(pairs.map(([name = '', id = '']) => [name.trim(), id.trim()]));
  if ([...keys].some(([name, id]) => name === '' || id === '')) {
    throw new Error(`SIGNING_KEYS is "${list}", expected NAME=ID,NAME=ID`);
  }
  return keys;
}

function readSigningKey(list: string, name: string): string {
  const keys = readSigningKeys(list);
  const id = keys.get(name);
  if (id === undefined) {
    throw new Error(`SIGNING_KEY is ${name}, expected one of ${[...keys.keys()].join(', ')}`);
  }
  return id;
}
