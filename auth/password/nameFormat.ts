/**
 * A format's name as it may stand in a log: what a hash or a salt could be is left out. `none` where
 * the stored text does not begin with a name.
 */
export function nameFormat(format: string): string {
  if (format === '') return 'none';
  return /^[A-Za-z][A-Za-z0-9@._+-]{0,39}$/.test(format) ? format : 'unreadable';
}
