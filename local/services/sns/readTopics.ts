import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';

/** One AWS::SNS::Topic and the addresses that its subscriptions mail to. */
export interface Topic {
  arn: string;
  /** The name that its mails come from; empty when it has none. */
  displayName: string;
  addresses: string[];
}

/** Reads the topics and subscriptions of the template. What of them cannot be followed here throws, by name. */
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
