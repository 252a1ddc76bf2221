import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib';
import { SIGNING_KEY_NAMES } from './signingKeyNames.ts';

// What `services/mail/isAddress.ts` takes, but for its length. SES takes addresses in ASCII alone.
const ATOM = "[!#-'*+./0-9=?A-Z^-~-]+";
const ADDRESS = `${ATOM}@${ATOM}`;
const WEAK = '(noop|MD5|SHA-1|SHA-256)';

/** Everything in which one deployment may differ from another. */
const PARAMETERS = {
  SiteUrl: {
    description:
      'Where readers find the site, and the issuer of access tokens. No slash at the end.',
    allowedPattern: '^https?://[^/]+$',
    constraintDescription: 'must look like https://shinkan.example.jp, without a slash at the end',
  },
  ShopClusterArn: {
    description: "The shop's own Aurora cluster, with its Data API on. It is only ever read.",
  },
  ShopSecretArn: {
    description:
      'The secret of a database user that may select from the two views and nothing else.',
  },
  ShopDatabaseName: {
    default: 'shop',
    description: 'The database in which shop_member and shop_book are found.',
  },
  ShopName: { description: 'The name of the shop as its members know it; it signs every mail.' },
  MailFrom: {
    description:
      'The address that mails come from. Its domain becomes the identity that signs them.',
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
      'When members are told in the morning, in Japanese time, that a book is announced, has moved or is cancelled. What goes on sale is told at once.',
    allowedPattern: '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$',
    constraintDescription: 'must look like 08:00-10:00',
  },
  ShopAddress: {
    description: "The shop's postal address, which the law wants in every mail.",
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
      "The shop's ids of the members who are operators, with commas. They see every ingest run, and may upload files, start runs, and approve or discard them.",
  },
  PartnerAccountIds: {
    default: '',
    description:
      'The AWS accounts whose programs may read books as partners, with commas; none when empty.',
    allowedPattern: '^([0-9]{12}(,[0-9]{12})*)?$',
    constraintDescription: 'must be account ids of twelve digits, with commas, or empty',
  },
  PartnerExternalId: {
    default: '',
    description:
      'What partners name when they take their role, so that nobody can have them take it unawares. Without it there are no partners.',
    allowedPattern: '^([A-Za-z0-9+=,.@:/_-]{2,1224})?$',
    constraintDescription: 'must be 2 to 1224 letters, digits and signs of +=,.@:/_-, or empty',
  },
  WeakPasswordFormats: {
    default: '',
    description:
      "Formats of the shop's stored passwords that guard little and are taken all the same: some of noop, MD5, SHA-1, SHA-256, with commas; none when empty.",
    allowedPattern: `^(${WEAK}( *, *${WEAK})*)?$`,
    constraintDescription: 'must be some of noop, MD5, SHA-1 and SHA-256, with commas, or empty',
  },
  EncoderSecretArn: {
    default: '',
    description:
      "A secret whose whole text is what the shop's Pbkdf2PasswordEncoder or StandardPasswordEncoder was made with; none when empty.",
    allowedPattern: '^(arn:[^:]+:secretsmanager:.+)?$',
    constraintDescription: 'must be the full ARN of a secret, or empty',
  },
  RefusalMilliseconds: {
    default: '500',
    description:
      'After how many milliseconds a refused sign-in is answered: more than any stored format takes to check, so that the time tells nothing.',
    allowedPattern: '^[1-9][0-9]{2,3}$',
    constraintDescription: 'must be a whole number from 100 to 9999',
  },
  SignInsPerMinute: {
    default: '1200',
    description:
      'How many passwords are checked in a minute, so that guessing cannot spend more; browsers in which a member has signed in before have as many again.',
    allowedPattern: '^[1-9][0-9]{0,4}$',
    constraintDescription: 'must be a whole number from 1 to 99999',
  },
  SignInConcurrency: {
    default: '',
    description:
      'How many requests to sign-in run at once at most, kept free for it among those of the account; not bounded when empty.',
    allowedPattern: '^([1-9][0-9]{0,3})?$',
    constraintDescription: 'must be a whole number from 1 to 9999, or empty',
  },
  PagesConcurrency: {
    default: '',
    description:
      'How many pages of books are made at once at most, kept free for them among those of the account; not bounded when empty.',
    allowedPattern: '^([1-9][0-9]{0,3})?$',
    constraintDescription: 'must be a whole number from 1 to 9999, or empty',
  },
  OperatorMail: {
    default: '',
    description:
      'Who is told by mail that an ingest run is held, refused or has failed: addresses with commas; nobody when empty.',
    allowedPattern: `^(${ADDRESS}( *, *${ADDRESS})*)?$`,
    constraintDescription:
      'must be bare addresses such as tencho@example.jp, with commas, or empty',
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
    description: "How often the shop's master is asked what is newly on sale.",
  },
  IngestSchedule: {
    default: 'cron(0 6 * * ? *)',
    description: 'When the daily file is fetched, in Japanese time.',
  },
  SiteDomain: {
    default: '',
    description: "A domain of the shop's own for the site; CloudFront's name serves when empty.",
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
      'How many requests in five minutes one address may send to the API before it is refused; signed ones are not counted.',
    allowedPattern: '^[1-9][0-9]{1,8}$',
    constraintDescription: 'must be a whole number from 10',
  },
  CoverSources: {
    default: 'https:',
    description: 'Where covers may be loaded from, in the words of a content security policy.',
  },
} satisfies Record<string, CfnParameterProps>;

/** The name of a parameter, as it is passed to the deployment. */
export type ParameterName = keyof typeof PARAMETERS;

/** Gives the parameter's value, and declares it in this stack when that has not happened yet. */
export function parameter(stack: Stack, name: ParameterName): string {
  const declared = stack.node.tryFindChild(name);
  if (declared instanceof CfnParameter) return declared.valueAsString;
  return new CfnParameter(stack, name, PARAMETERS[name]).valueAsString;
}
