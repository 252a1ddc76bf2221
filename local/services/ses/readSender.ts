import { refuseUnknownProperties } from '../../refuse.ts';
import type { Resource } from '../../resource.ts';

// How mails are signed, sent and counted; none leaves this machine.
const harmless = {
  'AWS::SES::ConfigurationSet': [
    ...['DeliveryOptions', 'ReputationOptions', 'SuppressionOptions', 'VdmOptions', 'Tags'],
  ],
  'AWS::SES::EmailIdentity': [
    ...['DkimAttributes', 'DkimSigningAttributes', 'FeedbackAttributes', 'MailFromAttributes'],
    ...['ConfigurationSetAttributes', 'Tags'],
  ],
};

/**
 * Who may send, and the configuration sets that a mail may name. A property that changes what is
 * sent is refused.
 */
export function readSender(resources: Resource[]): {
  identities: string[];
  configurationSets: string[];
} {
  return {
    identities: refsOf(resources, 'AWS::SES::EmailIdentity', 'EmailIdentity'),
    configurationSets: refsOf(resources, 'AWS::SES::ConfigurationSet', 'Name'),
  };
}

function refsOf(resources: Resource[], type: keyof typeof harmless, honoured: string): string[] {
  return resources
    .filter((resource) => resource.type === type)
    .map((resource) => {
      refuseUnknownProperties(resource, [honoured], harmless[type]);
      return resource.ref;
    });
}
