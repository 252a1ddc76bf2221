/**
 * A stored text that is not a hash of the format it names, or that requires more work than we do
 * for one.
 */
export class MalformedHash extends Error {
  override name = 'MalformedHash';
}
