import type { Identity } from './readSender.ts';

/**
 * The verified identity of an address: the address itself, else its domain or the nearest parent
 * domain ("Verified identities in Amazon SES").
 */
export function findIdentity(address: string, identities: Identity[]): Identity | undefined {
  const asked = address.toLowerCase();
  const named = (name: string) => identities.find((one) => one.name.toLowerCase() === name);
  const own = named(asked);
  if (own) return own;
  const labels = (asked.split('@')[1] ?? '').split('.');
  return labels.map((_, at) => named(labels.slice(at).join('.'))).find(Boolean);
}
