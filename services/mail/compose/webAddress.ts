/** Returns the address in its normal form; null if a mail must not link to it. */
export function webAddress(text: string | null, protocols: string[]): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) ? url.href : null;
}
