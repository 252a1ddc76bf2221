/** Returns the title with its volume. */
export function bookTitle({ title, volume }: { title: string; volume: string | null }): string {
  return volume ? `${title} ${volume}` : title;
}
