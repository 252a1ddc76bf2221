/**
 * The secrets by which links are signed: the first signs, each is believed. So the secret can be
 * changed while links that the old one signed keep working.
 */
export type LinkSecrets = readonly [string, ...string[]];

/** The secrets of links, as their setting has them: with a comma between the new one and the old. */
export function readLinkSecrets(text: string): LinkSecrets {
  const [first, ...older] = text.split(',').filter((secret) => secret !== '');
  if (first === undefined) throw new Error('LINK_SECRET is empty');
  return [first, ...older];
}
