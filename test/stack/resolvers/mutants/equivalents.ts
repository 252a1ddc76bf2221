import { FIELDS, split } from '../matrix/fields.ts';

/** Types for members only. */
const OF_MEMBERS = [
  'Viewer',
  'MailSettings',
  'BookSubscriptionConnection',
  'BookSubscriptionEdge',
  'BookSubscription',
  'SubscriptionReason',
  'StandingSubscriptionConnection',
  'StandingSubscriptionEdge',
  'MemberMailConnection',
  'MemberMailEdge',
  'MemberMail',
  'MemberMailNote',
  'IngestUpload',
];

/** Mutants that change nothing, each with its reason. Any other that survives is a hole. */
export const equivalents = {
  // A field without a directive is open to the default mode, which is IAM.
  ofSchema: [
    'Mutation.publishBookEvent without @aws_iam',
    'Mutation.disconnectSession without @aws_iam',
  ],
  // Their type already gives them what they would be given.
  ofBareFields: (mode: string): string[] =>
    mode === 'aws_oidc' ? FIELDS.filter((name) => OF_MEMBERS.includes(split(name)[0])) : [],
  // The step before has checked; these only read who it is, for the record.
  ofGuards: [
    'functions/ingest/decideOnRun: operatorId, 1 of 1',
    'functions/mail/putBackMail: operatorId, 1 of 1',
  ],
  ofPolicies: {
    // Below the root fields no policy is checked here; whether AppSync checks one is unknown.
    partner: [
      'the partner without Contributor/fields/subscription',
      'the partner without Contributor/fields/upcomingBooks',
      'the partner without Series/fields/subscription',
      'the partner without Series/fields/upcomingBooks',
    ],
    workflow: [],
  },
};
