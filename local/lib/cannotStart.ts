/** The stack cannot start for a reason that its user can fix; the message says how. */
export class CannotStart extends Error {
  override name: string = 'CannotStart';
}
