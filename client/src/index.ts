export type { Authorization, AuthorizationHeaders, Credentials } from './authorization.ts';
export { authorizationFor } from './authorization.ts';
export { createRequester, type Requester, type RequesterOptions } from './createRequester.ts';
export {
  type Book,
  type BookEventPage,
  type BookPage,
  type BookSubscription,
  type Contributor,
  createShinkanClient,
  type MailSettings,
  type PageOptions,
  type Series,
  type ShinkanClient,
  type ShinkanClientOptions,
  type StandingSubscription,
  type StandingSubscriptionPage,
  type Suggestions,
  type Viewer,
} from './createShinkanClient.ts';
export type {
  BookEventKind,
  BookStatus,
  CatalogueKind,
  ConsentWording,
  ContributorRole,
  IngestRunState,
  MailSettingsInput,
  OutgoingMailState,
  ReleasePrecision,
  StandingConsentWording,
  StartIngestRunInput,
  UpcomingBooksFilter,
  UpcomingBooksOrder,
} from './generated/documents.ts';
export { TypedDocumentString } from './generated/documents.ts';
export {
  type BookEvent,
  type Following,
  type FollowOptions,
  followBookEvents,
  type LiveState,
} from './live.ts';
export {
  type CatalogueJoin,
  type CatalogueJoinPage,
  type CatalogueOperation,
  operateCatalogue,
} from './operateCatalogue.ts';
export {
  type DecidedIngestRun,
  type IngestOperation,
  type IngestReject,
  type IngestRun,
  type IngestRunInFull,
  type IngestRunPage,
  operateIngest,
} from './operateIngest.ts';
export {
  type MailOperation,
  type OutgoingMail,
  type OutgoingMailCounts,
  type OutgoingMailInFull,
  type OutgoingMailPage,
  operateMails,
} from './operateMails.ts';
export {
  createRealtime,
  type Observer,
  type Pushed,
  type Realtime,
  type RealtimeOptions,
} from './realtime/createRealtime.ts';
export { type ErrorEntry, ShinkanError } from './shinkanError.ts';
