import { expect, test } from 'vitest';
import type { Json, Resource } from '../../../../local/resource.ts';
import { readSender } from '../../../../local/services/ses/readSender.ts';

const resource = (type: string, ref: string, properties: { [name: string]: Json }): Resource => {
  return { stack: 'Service', logicalId: 'Mail', type: `AWS::SES::${type}`, ref, properties };
};

test('the sender is what the template names', () => {
  const sender = readSender([
    resource('EmailIdentity', 'shop.example.jp', { EmailIdentity: 'shop.example.jp' }),
    resource('ConfigurationSet', 'set', { SuppressionOptions: { SuppressedReasons: ['BOUNCE'] } }),
  ]);
  expect(sender).toEqual({ identities: ['shop.example.jp'], configurationSets: ['set'] });
});

test('a configuration set that sends nothing is refused by name', () => {
  const paused = resource('ConfigurationSet', 'set', { SendingOptions: { SendingEnabled: false } });
  expect(() => readSender([paused])).toThrow('property SendingOptions is not emulated');
});
