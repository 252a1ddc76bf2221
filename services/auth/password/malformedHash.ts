/** A stored text that is no hash of the format it names, or asks for more work than we do for one. */
export class MalformedHash extends Error {
  override name = 'MalformedHash';
}
