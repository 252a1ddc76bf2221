/** A run that is being merged. */
export interface MergingRun {
  id: string;
  profile: string;
  records: number;
  /** Whether the file lists every upcoming book. */
  isFull: boolean;
  now: Date;
}
