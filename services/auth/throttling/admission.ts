/**
 * The limit that was reached: of the account, the address, the known device, a member who signs in
 * again and again, or of all together.
 */
export type Limit = 'account' | 'address' | 'device' | 'often' | 'total';

/** A refused try, with the number of whole seconds to wait. */
export interface Refused {
  seconds: number;
  limit: Limit;
}

/** An admitted try, which is already counted. */
export interface Admitted {
  /** Stops counting a successful try, except in the total and in how often the member signs in. */
  forgive(): Promise<void>;
}
