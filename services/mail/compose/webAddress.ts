/** The address in its normal form, or null for one that a mail must not lead to. */
export function webAddress(text: string | null, protocols: string[]): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) ? url.href : null;
}
