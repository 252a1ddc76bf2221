/** Tells whether a password is the one that was stored. Always does all of the work. */
export type Check = (password: string) => Promise<boolean>;
