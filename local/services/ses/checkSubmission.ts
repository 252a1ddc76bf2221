import { AwsError } from '../protocol/awsError.ts';
import type { Submission } from './mail.ts';

const MOST_RECIPIENTS = 50;

/** Refuses a mail that SES would refuse: unknown sender, unknown configuration set, unusable recipients. */
export function checkSubmission(
  { senders, to, configurationSet }: Submission,
  identities: string[],
  configurationSets: string[],
): void {
  if (configurationSet !== undefined && !configurationSets.includes(configurationSet)) {
    const message = `Configuration set <${configurationSet}> does not exist.`;
    throw new AwsError('ConfigurationSetDoesNotExist', message);
  }
  const unverified = senders.filter((sender) => !isVerified(sender, identities));
  if (unverified.length > 0) {
    const failed = `The following identities failed the check in region AP-NORTHEAST-1: ${unverified.join(', ')}`;
    throw new AwsError('MessageRejected', `Email address is not verified. ${failed}`);
  }
  if (to.length === 0) throw new AwsError('InvalidParameterValue', 'No recipients specified.');
  if (to.length > MOST_RECIPIENTS) {
    throw new AwsError('MessageRejected', `Recipient count exceeds ${MOST_RECIPIENTS}.`);
  }
  for (const address of to) checkAddress(address);
}

// A verified domain also stands for its subdomains.
function isVerified(sender: string, identities: string[]): boolean {
  const [, domain = ''] = sender.toLowerCase().split('@');
  return identities
    .map((identity) => identity.toLowerCase())
    .some((identity) =>
      identity.includes('@')
        ? identity === sender.toLowerCase()
        : domain === identity || domain.endsWith(`.${identity}`),
    );
}

function checkAddress(address: string): void {
  if (/^[\x21-\x3f\x41-\x7e]+@[^\s@]+\.[^\s@]+$/.test(address)) return;
  const rule = 'expected an ASCII local part, @ and a domain';
  throw new AwsError('InvalidParameterValue', `Illegal address "${address}": ${rule}`);
}
