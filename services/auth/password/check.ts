/** Returns whether a password is the stored one. Always does all of the work. */
export type Check = (password: string) => Promise<boolean>;
