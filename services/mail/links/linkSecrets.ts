/**
 * The secrets for signing links: the first one signs, all of them verify. So a secret can be
 * rotated while links signed with the old one keep working.
 */
export type LinkSecrets = readonly [string, ...string[]];

/** Parses the setting: the new secret first, then a comma and the old one. */
export function readLinkSecrets(text: string): LinkSecrets {
  const [first, ...older] = text.split(',').filter((secret) => secret !== '');
  if (first === undefined) throw new Error('LINK_SECRET is empty');
  return [first, ...older];
}
