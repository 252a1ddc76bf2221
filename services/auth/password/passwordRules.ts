import type { WeakFormat } from './weakFormats.ts';

/** How stored passwords differ between deployments. */
export interface PasswordRules {
  /** Weak formats that are accepted nevertheless. */
  weakFormats: ReadonlySet<WeakFormat>;
  /** The secret of the shop's Pbkdf2PasswordEncoder or StandardPasswordEncoder; usually empty. */
  encoderSecret: string;
}

export const USUAL_RULES: PasswordRules = { weakFormats: new Set(), encoderSecret: '' };
