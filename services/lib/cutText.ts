/**
 * Returns the beginning of a text, at most `most` UTF-16 units, without half a surrogate pair at
 * its end.
 */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
