/** A run that is being merged. */
export interface MergingRun {
  id: string;
  profile: string;
  records: number;
  /** After how many full files a book that they leave out is unconfirmed; null: not a full file. */
  unconfirmedAfter: number | null;
  now: Date;
}
