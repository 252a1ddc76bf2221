import { expect, test } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { readSender } from '../../services/ses/readSender.ts';

const resource = (type: string, ref: string, properties: { [name: string]: Json }): Resource => {
  return { stack: 'Service', logicalId: 'Mail', type: `AWS::SES::${type}`, ref, properties };
};

const destination = (members: { [name: string]: Json }) =>
  resource('ConfigurationSetEventDestination', 'set|bus', {
    ConfigurationSetName: 'set',
    EventDestination: { MatchingEventTypes: ['bounce', 'COMPLAINT', 'OPEN'], ...members },
  });

const bus = { EventBusArn: 'arn:aws:events:ap-northeast-1:000000000000:event-bus/default' };

test('the sender is the one that the template names', () => {
  const sender = readSender([
    resource('EmailIdentity', 'shop.example.jp', {
      EmailIdentity: 'shop.example.jp',
      ConfigurationSetAttributes: { ConfigurationSetName: 'set' },
      MailFromAttributes: { MailFromDomain: 'bounce.shop.example.jp' },
    }),
    resource('ConfigurationSet', 'set', { SuppressionOptions: { SuppressedReasons: ['BOUNCE'] } }),
    resource('ConfigurationSet', 'off', { SendingOptions: { SendingEnabled: false } }),
    destination({ EventBridgeDestination: bus }),
  ]);
  expect(sender).toEqual({
    identities: [
      {
        name: 'shop.example.jp',
        configurationSet: 'set',
        mailFromDomain: 'bounce.shop.example.jp',
      },
    ],
    configurationSets: [
      {
        name: 'set',
        sendingEnabled: true,
        suppressedReasons: ['BOUNCE'],
        eventDestinations: [{ configurationSet: 'set', types: ['Bounce', 'Complaint'] }],
      },
      { name: 'off', sendingEnabled: false, suppressedReasons: undefined, eventDestinations: [] },
    ],
  });
});

test('a disabled destination receives nothing', () => {
  const off = destination({ EventBridgeDestination: bus, Enabled: false });
  const { configurationSets } = readSender([resource('ConfigurationSet', 'set', {}), off]);
  expect(configurationSets[0]?.eventDestinations[0]?.types).toEqual([]);
});

test.each([
  [
    'links that are rewritten',
    resource('ConfigurationSet', 'set', { TrackingOptions: { CustomRedirectDomain: 'x.jp' } }),
    'property TrackingOptions is not emulated',
  ],
  [
    'a pool of addresses of its own',
    resource('ConfigurationSet', 'set', { DeliveryOptions: { SendingPoolName: 'pool' } }),
    'DeliveryOptions.SendingPoolName is not emulated',
  ],
  [
    'events to a topic',
    destination({ SnsDestination: { TopicARN: 'arn:aws:sns:::t' } }),
    'EventDestination.SnsDestination is not emulated',
  ],
  [
    'events to another bus',
    destination({ EventBridgeDestination: { EventBusArn: 'arn:aws:events:::event-bus/own' } }),
    'event-bus/own are not emulated',
  ],
])('%s are rejected by name', (_, wished, why) => {
  expect(() => readSender([wished])).toThrow(why);
});
