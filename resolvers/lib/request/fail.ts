import { util } from '@aws-appsync/utils';

/** The values of `errorType` that the schema documents. */
export type ErrorType =
  | 'BookNotFound'
  | 'CatalogueJoinNotFound'
  | 'ContributorNotFound'
  | 'EventNotFound'
  | 'IngestRunNotFound'
  | 'IngestRunNotHeld'
  | 'InvalidArgument'
  | 'InvalidCursor'
  | 'NotAnOperator'
  | 'OutgoingMailMayHaveArrived'
  | 'OutgoingMailNotFailed'
  | 'OutgoingMailNotFound'
  | 'SeriesNotFound'
  | 'Unavailable';

/** Ends the field with an error that a client can handle. */
export function fail(type: ErrorType, message: string): never {
  return util.error(message, type);
}
