/** What a reload did. */
export interface Reloaded {
  /** The resolvers, AppSync functions and Lambda functions that run new code from now on. */
  changed: string[];
  /** Why other new code was refused; the code before it keeps running. */
  refused: string[];
}
