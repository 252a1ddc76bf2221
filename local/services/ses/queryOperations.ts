import { AwsError } from '../protocol/awsError.ts';
import type { XmlValue } from '../protocol/xml.ts';
import { findIdentity } from './findIdentity.ts';
import { type Form, listOf, refuseOthers } from './form.ts';
import type { PostOffice } from './postOffice.ts';
import { readRawEmail, readSimpleEmail } from './queryEmail.ts';
import { quota } from './quota.ts';

/** The result members of an SES v1 operation. */
export type QueryResult = { [name: string]: XmlValue };

type QueryOperation = (form: Form, office: PostOffice) => Promise<QueryResult> | QueryResult;

/** The emulated operations of SES v1. */
export const queryOperations: { readonly [action: string]: QueryOperation } = {
  SendEmail: async (form, office) => accepted(await office.accept(readSimpleEmail(form))),
  SendRawEmail: async (form, office) => accepted(await office.accept(await readRawEmail(form))),
  GetAccountSendingEnabled: () => ({ Enabled: true }),
  GetSendQuota: (_, office) => ({
    Max24HourSend: quota.max24HourSend,
    MaxSendRate: quota.maxSendRate,
    SentLast24Hours: office.sentLastDay(),
  }),
  ListIdentities: (form, { sender }) => {
    refuseOthers(form, /^(IdentityType|MaxItems)$/);
    const wished = form.get('IdentityType');
    const names = sender.identities.map(({ name }) => name);
    const member = names.filter((name) => !wished || wished === typeOf(name));
    return { Identities: { member } };
  },
  GetIdentityVerificationAttributes: (form, { sender }) => {
    const entry = listOf(form, 'Identities')
      .filter((name) => findIdentity(name, sender.identities))
      .map((key) => ({ key, value: { VerificationStatus: 'Success' } }));
    return { VerificationAttributes: { entry } };
  },
  ListConfigurationSets: (_, { sender }) => ({
    ConfigurationSets: { member: sender.configurationSets.map(({ name }) => ({ Name: name })) },
  }),
};

/** Runs the action of a form. Rejects an action that is not emulated, naming it. */
export function runQuery(form: Form, office: PostOffice): Promise<QueryResult> | QueryResult {
  const action = form.get('Action') ?? '';
  if (Object.hasOwn(queryOperations, action)) {
    const operation = queryOperations[action];
    if (operation) return operation(form, office);
  }
  throw new AwsError('InvalidAction', `SES ${action} is not emulated on this machine`);
}

function accepted({ messageId }: { messageId: string }): QueryResult {
  return { MessageId: messageId };
}

function typeOf(identity: string): 'EmailAddress' | 'Domain' {
  return identity.includes('@') ? 'EmailAddress' : 'Domain';
}
