import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type EventDestination, readEventDestination } from './eventDestination.ts';

/** A domain or address that may send. */
export interface Identity {
  name: string;
  /** The configuration set of mails that name none. */
  configurationSet: string | undefined;
  /** The domain of the envelope; undefined is Amazon's own. */
  mailFromDomain: string | undefined;
}

export type SuppressionReason = 'BOUNCE' | 'COMPLAINT';

export interface ConfigurationSet {
  name: string;
  sendingEnabled: boolean;
  /** For which reasons a listed address is left out; undefined as the account has it. */
  suppressedReasons: SuppressionReason[] | undefined;
  eventDestinations: EventDestination[];
}

/** Who may send, and the configuration sets that a mail may name. */
export interface Sender {
  identities: Identity[];
  configurationSets: ConfigurationSet[];
}

/**
 * Reads AWS::SES::EmailIdentity, ConfigurationSet and ConfigurationSetEventDestination. A property that changes what is
 * sent or told and is not followed here is refused.
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
  // How mails are signed and where bounces are forwarded to; none leaves this machine.
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
