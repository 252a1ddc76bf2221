/** A text with its link target. */
export interface Link {
  text: string;
  url: string;
}
