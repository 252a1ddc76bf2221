import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib';
import { SIGNING_KEY_NAMES } from './signingKeyNames.ts';

// What `services/mail/isAddress.ts` accepts, except for the length. SES accepts only ASCII
// addresses.
const ATOM = "[!#-'*+./0-9=?A-Z^-~-]+";
const ADDRESS = `${ATOM}@${ATOM}`;
const WEAK = '(noop|MD5|SHA-1|SHA-256)';

/** Everything that may differ between deployments. */
const PARAMETERS = {
  SiteUrl: {
    description:
      'Where readers find the site, and the issuer of access tokens. No slash at the end.',
    allowedPattern: '^https?://[^/]+$',
    constraintDescription: 'must look like https://shinkan.example.jp, without a trailing slash',
  },
  ShopClusterArn: {
    description: "The shop's own Aurora cluster, with its Data API enabled. It is only ever read.",
  },
  ShopSecretArn: {
    description:
      'The secret of a database user that may select from the two views and nothing else.',
  },
  ShopDatabaseName: {
    default: 'shop',
    description: 'The database that contains shop_member and shop_book.',
  },
  ShopName: { description: 'The name of the shop as its members know it; it signs every mail.' },
  MailFrom: {
    description: 'The sender address of mails. Its domain becomes the identity that signs them.',
    allowedPattern: `^${ADDRESS}$`,
    constraintDescription: 'must be a bare address such as shinkan@example.jp',
  },
  MailRate: {
    default: '14',
    description:
      'How many mails a second SES lets this account send in this region; all senders share it.',
    allowedPattern: '^[1-9][0-9]{0,3}$',
    constraintDescription: 'must be a whole number from 1 to 9999',
  },
  MailWindow: {
    default: '08:00-10:00',
    description:
      'When members are told, in the morning in Japanese time, that a book was announced, moved or cancelled. Releases are told at once.',
    allowedPattern: '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$',
    constraintDescription: 'must look like 08:00-10:00',
  },
  ShopAddress: {
    description: "The shop's postal address, which the law requires in every mail.",
    allowedPattern: '^.*[^ ].*$',
    constraintDescription: 'must not be empty',
  },
  ShopContact: {
    description:
      'Where members complain or ask, as every mail says: a telephone number, an address of mail or of a page.',
    allowedPattern: '^.*[^ ].*$',
    constraintDescription: 'must not be empty',
  },
  SigningKeyName: {
    default: SIGNING_KEY_NAMES[0],
    description: 'Which of the published keys signs access tokens.',
    allowedValues: SIGNING_KEY_NAMES,
  },
  OperatorMemberIds: {
    default: '',
    description:
      "The shop's ids of the members who are operators, separated by commas. They see every ingest run, and may upload files, start runs, and approve or discard them.",
  },
  PartnerAccountIds: {
    default: '',
    description:
      'The AWS accounts whose programs may read books as partners, separated by commas; none when empty.',
    allowedPattern: '^([0-9]{12}(,[0-9]{12})*)?$',
    constraintDescription: 'must be account ids of twelve digits, separated by commas, or empty',
  },
  PartnerExternalId: {
    default: '',
    description:
      'The external id that partners pass when they assume their role, so that nobody can trick them into assuming it. Without it there are no partners.',
    allowedPattern: '^([A-Za-z0-9+=,.@:/_-]{2,1224})?$',
    constraintDescription: 'must be 2 to 1224 letters, digits and signs of +=,.@:/_-, or empty',
  },
  WeakPasswordFormats: {
    default: '',
    description:
      "Weak formats of the shop's stored passwords that are accepted anyway: any of noop, MD5, SHA-1, SHA-256, separated by commas; none when empty.",
    allowedPattern: `^(${WEAK}( *, *${WEAK})*)?$`,
    constraintDescription:
      'must be any of noop, MD5, SHA-1 and SHA-256, separated by commas, or empty',
  },
  EncoderSecretArn: {
    default: '',
    description:
      "A secret whose whole text is the secret of the shop's Pbkdf2PasswordEncoder or StandardPasswordEncoder; none when empty.",
    allowedPattern: '^(arn:[^:]+:secretsmanager:.+)?$',
    constraintDescription: 'must be the full ARN of a secret, or empty',
  },
  RefusalMilliseconds: {
    default: '500',
    description:
      'After how many milliseconds a rejected sign-in is answered: longer than checking any stored format takes, so that the time reveals nothing.',
    allowedPattern: '^[1-9][0-9]{2,3}$',
    constraintDescription: 'must be a whole number from 100 to 9999',
  },
  SignInsPerMinute: {
    default: '1200',
    description:
      'How many passwords are checked a minute, to limit guessing; browsers in which a member has signed in before have the same number again.',
    allowedPattern: '^[1-9][0-9]{0,4}$',
    constraintDescription: 'must be a whole number from 1 to 99999',
  },
  SignInConcurrency: {
    default: '',
    description:
      "How many requests to sign-in may run at once, reserved from the account's concurrency; no limit when empty.",
    allowedPattern: '^([1-9][0-9]{0,3})?$',
    constraintDescription: 'must be a whole number from 1 to 9999, or empty',
  },
  PagesConcurrency: {
    default: '',
    description:
      "How many book pages may be made at once, reserved from the account's concurrency; no limit when empty.",
    allowedPattern: '^([1-9][0-9]{0,3})?$',
    constraintDescription: 'must be a whole number from 1 to 9999, or empty',
  },
  OperatorMail: {
    default: '',
    description:
      'Who is mailed when an ingest run is held, rejected or failed: addresses separated by commas; nobody when empty.',
    allowedPattern: `^(${ADDRESS}( *, *${ADDRESS})*)?$`,
    constraintDescription:
      'must be bare addresses such as tencho@example.jp, separated by commas, or empty',
  },
  AlarmMail: {
    default: '',
    description:
      'Where CloudWatch alarms are mailed to: one address, which SNS asks to confirm; nowhere when empty.',
    allowedPattern: `^(${ADDRESS})?$`,
    constraintDescription: 'must be a bare address such as alarms@example.jp, or empty',
  },
  ReleaseSchedule: {
    default: 'rate(1 minute)',
    description: "How often the shop's master is checked for books newly on sale.",
  },
  IngestSchedule: {
    default: 'cron(0 6 * * ? *)',
    description: 'When the daily file is fetched, in Japanese time.',
  },
  SiteDomain: {
    default: '',
    description: "The shop's own domain for the site; CloudFront's name when empty.",
  },
  CertificateArn: {
    default: '',
    description: 'The certificate for that domain, in us-east-1; needed with SiteDomain.',
  },
  WebAclArn: {
    default: '',
    description: 'A web ACL to put in front of the site, in us-east-1; none when empty.',
  },
  ApiRate: {
    default: '30000',
    description:
      'How many requests one address may send to the API in five minutes before it is blocked; signed ones do not count.',
    allowedPattern: '^[1-9][0-9]{1,8}$',
    constraintDescription: 'must be a whole number, at least 10',
  },
  CoverSources: {
    default: 'https:',
    description: 'Where covers may be loaded from, in the words of a content security policy.',
  },
} satisfies Record<string, CfnParameterProps>;

/** The name of a parameter, as passed to the deployment. */
export type ParameterName = keyof typeof PARAMETERS;

/** Returns the parameter's value; declares it in this stack on first use. */
export function parameter(stack: Stack, name: ParameterName): string {
  const declared = stack.node.tryFindChild(name);
  if (declared instanceof CfnParameter) return declared.valueAsString;
  return new CfnParameter(stack, name, PARAMETERS[name]).valueAsString;
}
