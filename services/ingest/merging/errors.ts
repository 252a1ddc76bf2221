/** No run has this id. */
export class IngestRunNotFound extends Error {
  override name = 'IngestRunNotFound';
}

/** The run is still being read, or was refused or discarded: there is nothing to merge. */
export class IngestRunNotMergeable extends Error {
  override name = 'IngestRunNotMergeable';
}

/** The run is held and nobody has approved it. */
export class IngestRunHeld extends Error {
  override name = 'IngestRunHeld';
}

/**
 * Another run has changed books whose rows were recognized when this one was read: the file has to
 * be read again.
 */
export class IngestRunOvertaken extends Error {
  override name = 'IngestRunOvertaken';
}

/** The records of the run do not add up to what became of them: nothing was merged. */
export class IngestAccountMismatch extends Error {
  override name = 'IngestAccountMismatch';
}
