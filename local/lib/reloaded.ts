/** The result of a reload. */
export interface Reloaded {
  /** The resolvers, AppSync functions and Lambda functions that now run new code. */
  changed: string[];
  /** Why other new code was rejected; its previous version keeps running. */
  refused: string[];
}
