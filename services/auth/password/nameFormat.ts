// Spring's longest name has 26 characters; the shortest digest has 32 hexadecimal digits.
const NAME = /^[A-Za-z][A-Za-z0-9@._+-]{0,29}$/;

/**
 * A format's name as it may appear in a log: `unreadable` if it could be a hash or something else,
 * `none` if the stored text does not begin with a name.
 */
export function nameFormat(format: string): string {
  if (format === '') return 'none';
  return NAME.test(format) ? format : 'unreadable';
}
