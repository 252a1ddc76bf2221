import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type EventDestination, readEventDestination } from './eventDestination.ts';

/** A domain or address that may send. */
export interface Identity {
  name: string;
  /** The default configuration set for mails that name none. */
  configurationSet: string | undefined;
  /** The envelope domain; undefined means Amazon's own. */
  mailFromDomain: string | undefined;
}

export type SuppressionReason = 'BOUNCE' | 'COMPLAINT';

export interface ConfigurationSet {
  name: string;
  sendingEnabled: boolean;
  /** The suppression reasons that apply; undefined means the account's setting. */
  suppressedReasons: SuppressionReason[] | undefined;
  eventDestinations: EventDestination[];
}

/** The identities that may send, and the configuration sets that a mail may name. */
export interface Sender {
  identities: Identity[];
  configurationSets: ConfigurationSet[];
}

/**
 * Reads AWS::SES::EmailIdentity, ConfigurationSet and ConfigurationSetEventDestination. Rejects
 * properties that affect mails or events and are not emulated.
 */
export function readSender(resources: Resource[]): Sender {
  const ofType = (type: string) =>
    resources.filter((resource) => resource.type === `AWS::SES::${type}`);
  const destinations = ofType('ConfigurationSetEventDestination').map(readEventDestination);
  return {
    identities: ofType('EmailIdentity').map(readIdentity),
    configurationSets: ofType('ConfigurationSet').map((resource) => ({
      ...readConfigurationSet(resource),
      eventDestinations: destinations.filter((one) => one.configurationSet === resource.ref),
    })),
  };
}

function readIdentity(resource: Resource): Identity {
  // Signing and bounce forwarding have no effect, since no mail leaves this machine.
  refuseUnknownProperties(
    resource,
    ['EmailIdentity', 'ConfigurationSetAttributes', 'MailFromAttributes'],
    ['DkimAttributes', 'DkimSigningAttributes', 'FeedbackAttributes', 'Tags'],
  );
  const { ConfigurationSetAttributes, MailFromAttributes } = resource.properties;
  return {
    name: resource.ref,
    configurationSet: textOf(ConfigurationSetAttributes, 'ConfigurationSetName'),
    mailFromDomain: textOf(MailFromAttributes, 'MailFromDomain'),
  };
}

function readConfigurationSet(resource: Resource): Omit<ConfigurationSet, 'eventDestinations'> {
  refuseUnknownProperties(
    resource,
    ['Name', 'SendingOptions', 'SuppressionOptions'],
    ['DeliveryOptions', 'ReputationOptions', 'VdmOptions', 'Tags'],
  );
  const { SendingOptions, SuppressionOptions, DeliveryOptions } = resource.properties;
  if (textOf(DeliveryOptions, 'SendingPoolName') !== undefined) {
    throw new NotEmulated(`${nameOf(resource)}: DeliveryOptions.SendingPoolName is not emulated`);
  }
  const reasons = memberOf(SuppressionOptions, 'SuppressedReasons');
  return {
    name: resource.ref,
    sendingEnabled: String(memberOf(SendingOptions, 'SendingEnabled') ?? true) === 'true',
    // CloudFormation has checked the values against its own list.
    suppressedReasons: Array.isArray(reasons) ? (reasons as SuppressionReason[]) : undefined,
  };
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? value[name]
    : undefined;
}

function textOf(value: Json | undefined, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}
