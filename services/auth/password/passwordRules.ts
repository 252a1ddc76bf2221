import type { WeakFormat } from './weakFormats.ts';

/** In what a deployment's stored passwords differ from another's. */
export interface PasswordRules {
  /** Weak formats that are taken all the same. */
  weakFormats: ReadonlySet<WeakFormat>;
  /** What the shop's Pbkdf2PasswordEncoder or StandardPasswordEncoder was made with; mostly nothing. */
  encoderSecret: string;
}

export const USUAL_RULES: PasswordRules = { weakFormats: new Set(), encoderSecret: '' };
