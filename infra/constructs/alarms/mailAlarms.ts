import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Mail } from '../mail/mail.ts';
import type { SendEvents } from '../mail/sendEvents.ts';
import type { AlarmSet } from './alarmSet.ts';
import { mailMetric, reputation, SHORTLY } from './metrics.ts';

/** What waits too long, what was given up, what nobody knows of, and what mailboxes say of it. */
export function mailAlarms(
  alarms: AlarmSet,
  { mail, sendEvents }: { mail: Mail; sendEvents: SendEvents },
): void {
  alarms.whenever('MailsGivenUp', {
    name: 'shinkan-mails-given-up',
    means: 'Mails to members were given up, and are sent only when somebody puts them back',
    chapter: 'mails-are-given-up',
    metric: mailMetric('MailsGivenUp', Stats.SUM),
  });
  alarms.whenever('MailsLate', {
    name: 'shinkan-mails-late',
    means: 'A mail to a member waits for longer than half an hour although it may be sent',
    chapter: 'mails-stay-in-the-outbox',
    metric: mailMetric('OldestDueSeconds', Stats.MAXIMUM),
    // Time for 25,000 mails at the 14 a second with which SES begins an account.
    threshold: Duration.minutes(30).toSeconds(),
  });
  alarms.whenever('MailsUncertain', {
    name: 'shinkan-mails-uncertain',
    means: 'A mail may have reached its member, and neither an answer nor an event of SES says so',
    chapter: 'a-mail-is-uncertain',
    metric: mailMetric('UncertainMails', Stats.MAXIMUM),
  });
  for (const [id, name, handler] of [
    ['MailFillFails', 'shinkan-mail-fill-fails', mail.fillOutbox],
    ['MailSendFails', 'shinkan-mail-send-fails', mail.send],
  ] as const) {
    alarms.whenever(id, {
      name,
      means: `The function ${handler.node.id} fails again and again`,
      chapter: 'mails-stay-in-the-outbox',
      metric: handler.metricErrors(SHORTLY),
      // The workflow tries again by itself, and most failures pass with that.
      threshold: 3,
    });
  }
  alarms.whenever('SendEventFails', {
    name: 'shinkan-send-event-fails',
    means: 'A mail of which SES told that it was sent could not be settled',
    chapter: 'a-mail-is-uncertain',
    metric: sendEvents.settle.metricErrors(SHORTLY),
  });
  // From twice these rates on SES may pause the account (its "Sending review process FAQs").
  alarms.whenever('MailsBounce', {
    name: 'shinkan-mails-bounce',
    means: 'Five of a hundred mails come back, at which SES reviews the account',
    chapter: 'mails-come-back',
    metric: reputation('Reputation.BounceRate'),
    threshold: 0.05,
  });
  alarms.whenever('MailsComplained', {
    name: 'shinkan-mails-complained-of',
    means: 'One of a thousand mails is complained of, at which SES reviews the account',
    chapter: 'members-complain',
    metric: reputation('Reputation.ComplaintRate'),
    threshold: 0.001,
  });
}
