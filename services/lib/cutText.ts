/** The beginning of a text, at most `most` UTF-16 units long and without half a character at its end. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
