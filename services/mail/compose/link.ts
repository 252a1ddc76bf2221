/** A text that leads somewhere. */
export interface Link {
  text: string;
  url: string;
}
