/**
 * What was reached: the account's limit, the address's, the known device's, that of a member who signs
 * in again and again, or that of all together.
 */
export type Limit = 'account' | 'address' | 'device' | 'often' | 'total';

/** A try that is not heard, and after how many whole seconds the next one may be. */
export interface Refused {
  seconds: number;
  limit: Limit;
}

/** A try that may be made. It is counted already. */
export interface Admitted {
  /** A try that succeeded counts no more, but in the total and in how often the member signs in. */
  forgive(): Promise<void>;
}
