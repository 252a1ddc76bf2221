// Spring's longest has 26 characters; the shortest digest has 32 in hexadecimal.
const NAME = /^[A-Za-z][A-Za-z0-9@._+-]{0,29}$/;

/**
 * A format's name as it may stand in a log: `unreadable` where it could be a hash or something else,
 * `none` where the stored text does not begin with a name.
 */
export function nameFormat(format: string): string {
  if (format === '') return 'none';
  return NAME.test(format) ? format : 'unreadable';
}
