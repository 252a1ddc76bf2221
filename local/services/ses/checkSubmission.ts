import { AwsError } from '../protocol/awsError.ts';
import { findIdentity } from './findIdentity.ts';
import type { Submission } from './mail.ts';
import type { ConfigurationSet, Sender } from './readSender.ts';

const MOST_RECIPIENTS = 50;

/**
 * Rejects a mail that SES would reject: unknown sender, unknown or paused configuration set,
 * invalid recipients. Returns the configuration set.
 */
export function checkSubmission(
  { senders, to, configurationSet }: Submission,
  { identities, configurationSets }: Sender,
): ConfigurationSet | undefined {
  const set = configurationSets.find(({ name }) => name === configurationSet);
  if (configurationSet !== undefined && set === undefined) {
    const message = `Configuration set <${configurationSet}> does not exist.`;
    throw new AwsError('ConfigurationSetDoesNotExist', message);
  }
  if (set && !set.sendingEnabled) {
    const message = `Sending is paused for configuration set <${set.name}>.`;
    throw new AwsError('ConfigurationSetSendingPausedException', message);
  }
  const unverified = senders.filter((sender) => !findIdentity(sender, identities));
  if (unverified.length > 0) {
    const failed = `The following identities failed the check in region AP-NORTHEAST-1: ${unverified.join(', ')}`;
    throw new AwsError('MessageRejected', `Email address is not verified. ${failed}`);
  }
  if (to.length === 0) throw new AwsError('InvalidParameterValue', 'No recipients specified.');
  if (to.length > MOST_RECIPIENTS) {
    throw new AwsError('InvalidParameterValue', `Recipient count exceeds ${MOST_RECIPIENTS}.`);
  }
  for (const address of to) checkAddress(address);
  return set;
}

function checkAddress(address: string): void {
  if (/^[\x21-\x3f\x41-\x7e]+@[^\s@]+\.[^\s@]+$/.test(address)) return;
  const rule = 'expected an ASCII local part, @ and a domain';
  throw new AwsError('InvalidParameterValue', `Illegal address "${address}": ${rule}`);
}
