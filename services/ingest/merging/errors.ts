/** No run has this id. */
export class IngestRunNotFound extends Error {
  override name = 'IngestRunNotFound';
}

/** The run is still being staged, or was refused or discarded: there is nothing to merge. */
export class IngestRunNotMergeable extends Error {
  override name = 'IngestRunNotMergeable';
}

/** The run is held and not approved. */
export class IngestRunHeld extends Error {
  override name = 'IngestRunHeld';
}

/**
 * Another run has changed books whose rows were recognized when this one was staged: the file must
 * be staged again.
 */
export class IngestRunOvertaken extends Error {
  override name = 'IngestRunOvertaken';
}

/** The records of the run do not add up to their outcomes: nothing was merged. */
export class IngestAccountMismatch extends Error {
  override name = 'IngestAccountMismatch';
}
