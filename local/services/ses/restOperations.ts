import { AwsError } from '../protocol/awsError.ts';
import { pageOf } from './pageOf.ts';
import type { PostOffice } from './postOffice.ts';
import { quota } from './quota.ts';
import type { ConfigurationSet, Identity } from './readSender.ts';
import { emailRequest, readRestEmail } from './restEmail.ts';
import {
  deleteSuppressed,
  getSuppressed,
  listSuppressed,
  putSuppressed,
} from './suppressionOperations.ts';

/** A call of SES v2. */
export interface RestCall {
  /** The variable path segments, in order. */
  path: string[];
  query: URLSearchParams;
  /** The parsed JSON; an empty object if there is no body. */
  body: object;
}

type RestOperation = (call: RestCall, office: PostOffice) => Promise<object> | object;

/** The emulated operations of SES v2. */
export const restOperations: { readonly [operation: string]: RestOperation } = {
  SendEmail: async ({ body }, office) => {
    const mail = await office.accept(await readRestEmail(emailRequest.parse(body)));
    return { MessageId: mail.messageId };
  },
  PutSuppressedDestination: ({ body }, { suppression }) => putSuppressed(suppression, body),
  GetSuppressedDestination: ({ path: [address = ''] }, { suppression }) =>
    getSuppressed(suppression, address),
  DeleteSuppressedDestination: ({ path: [address = ''] }, { suppression }) =>
    deleteSuppressed(suppression, address),
  ListSuppressedDestinations: ({ query }, { suppression }) => listSuppressed(suppression, query),
  GetAccount: (_, office) => ({
    DedicatedIpAutoWarmupEnabled: false,
    EnforcementStatus: 'HEALTHY',
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    SendQuota: {
      Max24HourSend: quota.max24HourSend,
      MaxSendRate: quota.maxSendRate,
      SentLast24Hours: office.sentLastDay(),
    },
    SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  }),
  GetEmailIdentity: ({ path: [name = ''] }, { sender }) => {
    const identity = sender.identities.find((one) => one.name === name);
    return identity ? describeIdentity(identity) : missing(`Email identity ${name}`);
  },
  ListEmailIdentities: ({ body }, { sender }) => {
    const { PageSize, NextToken } = body as { PageSize?: number; NextToken?: string };
    const page = pageOf(sender.identities, PageSize?.toString() ?? null, NextToken ?? null);
    const EmailIdentities = page.items.map((identity) => ({
      IdentityName: identity.name,
      IdentityType: typeOf(identity),
      SendingEnabled: true,
      VerificationStatus: 'SUCCESS',
    }));
    return { EmailIdentities, NextToken: page.next };
  },
  GetConfigurationSet: ({ path: [name = ''] }, { sender }) => {
    const set = sender.configurationSets.find((one) => one.name === name);
    return set ? describeSet(set) : missing(`Configuration set <${name}>`);
  },
  ListConfigurationSets: ({ body }, { sender }) => {
    const { PageSize, NextToken } = body as { PageSize?: number; NextToken?: string };
    const names = sender.configurationSets.map(({ name }) => name);
    const page = pageOf(names, PageSize?.toString() ?? null, NextToken ?? null);
    return { ConfigurationSets: page.items, NextToken: page.next };
  },
};

function describeIdentity(identity: Identity): object {
  const { configurationSet, mailFromDomain } = identity;
  return {
    IdentityType: typeOf(identity),
    VerifiedForSendingStatus: true,
    VerificationStatus: 'SUCCESS',
    FeedbackForwardingStatus: true,
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
    ...(mailFromDomain && {
      MailFromAttributes: {
        MailFromDomain: mailFromDomain,
        MailFromDomainStatus: 'SUCCESS',
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
      },
    }),
    Policies: {},
    Tags: [],
    ...(configurationSet && { ConfigurationSetName: configurationSet }),
  };
}

function describeSet({ name, sendingEnabled, suppressedReasons }: ConfigurationSet): object {
  return {
    ConfigurationSetName: name,
    SendingOptions: { SendingEnabled: sendingEnabled },
    ...(suppressedReasons && { SuppressionOptions: { SuppressedReasons: suppressedReasons } }),
  };
}

function typeOf({ name }: Identity): 'EMAIL_ADDRESS' | 'DOMAIN' {
  return name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN';
}

function missing(what: string): never {
  throw new AwsError('NotFoundException', `${what} does not exist.`, 404);
}
