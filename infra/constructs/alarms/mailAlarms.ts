import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Mail } from '../mail/mail.ts';
import type { SendEvents } from '../mail/sendEvents.ts';
import type { AlarmSet } from './alarmSet.ts';
import { mailMetric, reputation, SHORTLY } from './metrics.ts';

/**
 * Mails that wait too long, were given up or have an unknown outcome, and bounces and complaints.
 */
export function mailAlarms(
  alarms: AlarmSet,
  { mail, sendEvents }: { mail: Mail; sendEvents: SendEvents },
): void {
  alarms.whenever('MailsGivenUp', {
    name: 'shinkan-mails-given-up',
    means: 'Mails to members were given up and will not be sent until somebody requeues them',
    chapter: 'mails-are-given-up',
    metric: mailMetric('MailsGivenUp', Stats.SUM),
  });
  alarms.whenever('MailsLate', {
    name: 'shinkan-mails-late',
    means: 'A mail to a member has been due for more than half an hour',
    chapter: 'mails-stay-in-the-outbox',
    metric: mailMetric('OldestDueSeconds', Stats.MAXIMUM),
    // Enough for 25,000 mails at 14 a second, the initial rate of an SES account.
    threshold: Duration.minutes(30).toSeconds(),
  });
  alarms.whenever('MailsUncertain', {
    name: 'shinkan-mails-uncertain',
    means:
      'It is unknown whether a mail reached its member: neither a response nor an event arrived from SES',
    chapter: 'a-mail-is-uncertain',
    metric: mailMetric('UncertainMails', Stats.MAXIMUM),
  });
  for (const [id, name, handler] of [
    ['MailFillFails', 'shinkan-mail-fill-fails', mail.fillOutbox],
    ['MailSendFails', 'shinkan-mail-send-fails', mail.send],
  ] as const) {
    alarms.whenever(id, {
      name,
      means: `The function ${handler.node.id} fails repeatedly`,
      chapter: 'mails-stay-in-the-outbox',
      metric: handler.metricErrors(SHORTLY),
      // The workflow retries, which gets past most failures.
      threshold: 3,
    });
  }
  alarms.whenever('SendEventFails', {
    name: 'shinkan-send-event-fails',
    means: 'SES reported a mail as sent, but it could not be settled',
    chapter: 'a-mail-is-uncertain',
    metric: sendEvents.settle.metricErrors(SHORTLY),
  });
  // At twice these rates SES may pause the account (its "Sending review process FAQs").
  alarms.whenever('MailsBounce', {
    name: 'shinkan-mails-bounce',
    means: 'The bounce rate has reached 5 %, at which SES reviews the account',
    chapter: 'mails-come-back',
    metric: reputation('Reputation.BounceRate'),
    threshold: 0.05,
  });
  alarms.whenever('MailsComplained', {
    name: 'shinkan-mails-complained-of',
    means: 'The complaint rate has reached 0.1 %, at which SES reviews the account',
    chapter: 'members-complain',
    metric: reputation('Reputation.ComplaintRate'),
    threshold: 0.001,
  });
}
