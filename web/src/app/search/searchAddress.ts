/** The list of what is found by these words; of a list that is narrowed down already, within that. */
export function searchAddress(text: string, narrowed = ''): string {
  const search = new URLSearchParams(narrowed);
  if (text === '') search.delete('text');
  else search.set('text', text);
  return search.size === 0 ? '/' : `/?${search}`;
}
