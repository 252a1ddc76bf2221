/** The title with what tells this volume from the others. */
export function bookTitle({ title, volume }: { title: string; volume: string | null }): string {
  return volume ? `${title} ${volume}` : title;
}
