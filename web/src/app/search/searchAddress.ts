/**
 * Returns the address of the search results for this text, within the current filters if there are
 * any.
 */
export function searchAddress(text: string, narrowed = ''): string {
  const search = new URLSearchParams(narrowed);
  if (text === '') search.delete('text');
  else search.set('text', text);
  return search.size === 0 ? '/' : `/?${search}`;
}
