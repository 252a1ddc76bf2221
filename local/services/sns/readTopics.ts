import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';

/** One AWS::SNS::Topic and the mail addresses of its subscriptions. */
export interface Topic {
  arn: string;
  /** The sender's name in its mails; empty if it has none. */
  displayName: string;
  addresses: string[];
}

/**
 * Reads the template's topics and subscriptions. Throws, naming the setting, for anything not
 * emulated.
 */
export function readTopics(resources: Resource[]): Topic[] {
  const ofType = (type: string) =>
    resources.filter((resource) => resource.type === `AWS::SNS::${type}`);
  const subscriptions = ofType('Subscription').map(readSubscription);
  return ofType('Topic').map((resource) => {
    refuseUnknownProperties(
      resource,
      ['TopicName', 'DisplayName'],
      ['KmsMasterKeyId', 'SignatureVersion', 'TracingConfig', 'Tags'],
    );
    return {
      arn: resource.ref,
      displayName: String(resource.properties.DisplayName ?? ''),
      addresses: subscriptions
        .filter(({ topicArn }) => topicArn === resource.ref)
        .map(({ address }) => address),
    };
  });
}

function readSubscription(resource: Resource): { topicArn: string; address: string } {
  refuseUnknownProperties(resource, ['TopicArn', 'Protocol', 'Endpoint'], []);
  const { TopicArn, Protocol, Endpoint } = resource.properties;
  if (Protocol !== 'email') {
    throw new NotEmulated(`${nameOf(resource)}: Protocol ${Protocol} is not emulated, only email`);
  }
  return { topicArn: String(TopicArn), address: String(Endpoint) };
}
