import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarmTopic.ts';
import type { Feedback } from './feedback.ts';
import type { Mail } from './mail.ts';
import type { OperatorMail } from './operatorMail.ts';
import type { SendEvents } from './sendEvents.ts';
import type { Unsubscribe } from './unsubscribe.ts';
import type { Workflow } from './workflow.ts';

export interface AlarmsProps {
  ingest: Workflow;
  release: Workflow;
  operatorMail: OperatorMail;
  mail: Mail;
  sendEvents: SendEvents;
  feedback: Feedback;
  unsubscribe: Unsubscribe;
}

// An event of a moment: a datapoint that comes some minutes late is seen all the same.
const SHORTLY = { statistic: Stats.SUM, period: Duration.minutes(5) };

/** What somebody must look at. Each alarm names its chapter of the runbook. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { ingest, release, operatorMail, mail, sendEvents } = props;
    this.action = new SnsAction(new AlarmTopic(this, 'Told').topic);

    this.whenever('IngestHeld', {
      name: 'shinkan-ingest-held',
      means: 'An ingest run is held and waits for the decision of an operator',
      chapter: 'an-ingest-run-is-held',
      metric: count('Ingest', 'RunsHeld'),
    });
    this.whenever('IngestFailed', {
      name: 'shinkan-ingest-failed',
      means: 'An ingest run was refused or failed',
      chapter: 'an-ingest-run-failed',
      metric: ingest.metricFailed(SHORTLY),
    });
    this.whenever('IngestTimedOut', {
      name: 'shinkan-ingest-timed-out',
      means: 'An ingest run did not end in time',
      chapter: 'an-ingest-run-failed',
      metric: ingest.metricTimedOut(SHORTLY),
    });
    this.whenever('IngestAborted', {
      name: 'shinkan-ingest-aborted',
      means: 'Somebody has stopped an execution of the ingest workflow',
      chapter: 'an-ingest-run-was-killed',
      metric: ingest.metricAborted(SHORTLY),
    });
    this.whenever('OperatorNotTold', {
      name: 'shinkan-operator-not-told',
      means: 'A mail that tells operators of an ingest run did not leave',
      chapter: 'operators-are-not-told',
      metric: operatorMail.tell.metricErrors(SHORTLY),
    });
    this.nothingMerged();
    this.aboutRelease(release);
    this.mails(mail);
    this.whenever('SendEventFails', {
      name: 'shinkan-send-event-fails',
      means: 'A mail of which SES told that it was sent could not be settled',
      chapter: 'a-mail-is-uncertain',
      metric: sendEvents.settle.metricErrors(SHORTLY),
    });
    this.leaving(props);
    this.reputation();
  }

  /** What the shop begins to sell is not told, or not wholly. */
  private aboutRelease(release: Workflow): void {
    this.whenever('ReleaseFailed', {
      name: 'shinkan-release-failed',
      means: 'A release run failed: the shop did not answer, or notices or mails did not go out',
      chapter: 'a-release-run-failed',
      metric: release.metricFailed(SHORTLY),
    });
    this.whenever('ReleaseTimedOut', {
      name: 'shinkan-release-timed-out',
      means: 'A release run did not end within two hours',
      chapter: 'a-release-run-did-not-end',
      metric: release.metricTimedOut(SHORTLY),
    });
    this.alarm('ReleaseMissed', {
      name: 'shinkan-release-missed',
      means: 'No release run, of which one begins each minute, has ended well for ten minutes',
      chapter: 'the-release-minute-was-missed',
      metric: release.metricSucceeded({ ...SHORTLY, period: Duration.minutes(1) }),
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      // CloudWatch looks two periods further back where data is missing.
      periods: 10,
      missing: TreatMissingData.BREACHING,
    });
    this.alarm('ShopUnanswered', {
      name: 'shinkan-shop-unanswered',
      means: "The shop's database has not answered for some minutes",
      chapter: 'the-shop-does-not-answer',
      metric: count('Release', 'ShopUnanswered'),
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // One look that failed is followed by the next; two periods are more than a restart.
      periods: 2,
      missing: TreatMissingData.NOT_BREACHING,
    });
    this.whenever('WithdrawalsDoubted', {
      name: 'shinkan-withdrawals-doubted',
      means: 'The shop lists so few of the books on sale that none was taken back',
      chapter: 'the-shop-lists-too-few-of-the-books-on-sale',
      metric: count('Release', 'WithdrawalsDoubted'),
    });
  }

  /** What waits too long, what was given up and what nobody knows of. */
  private mails({ fillOutbox, send }: Mail): void {
    this.whenever('MailsGivenUp', {
      name: 'shinkan-mails-given-up',
      means: 'Mails to members were given up, and are sent only when somebody puts them back',
      chapter: 'mails-are-given-up',
      metric: mailMetric('MailsGivenUp', Stats.SUM),
    });
    this.whenever('MailsLate', {
      name: 'shinkan-mails-late',
      means: 'A mail to a member waits for longer than half an hour although it may be sent',
      chapter: 'mails-stay-in-the-outbox',
      metric: mailMetric('OldestDueSeconds', Stats.MAXIMUM),
      // Time for 25,000 mails at the 14 a second with which SES begins an account.
      threshold: Duration.minutes(30).toSeconds(),
    });
    this.whenever('MailsUncertain', {
      name: 'shinkan-mails-uncertain',
      means:
        'A mail may have reached its member, and neither an answer nor an event of SES says so',
      chapter: 'a-mail-is-uncertain',
      metric: mailMetric('UncertainMails', Stats.MAXIMUM),
    });
    for (const [id, name, handler] of [
      ['MailFillFails', 'shinkan-mail-fill-fails', fillOutbox],
      ['MailSendFails', 'shinkan-mail-send-fails', send],
    ] as const) {
      this.whenever(id, {
        name,
        means: `The function ${handler.node.id} fails again and again`,
        chapter: 'mails-stay-in-the-outbox',
        metric: handler.metricErrors(SHORTLY),
        // The workflow tries again by itself, and most failures pass with that.
        threshold: 3,
      });
    }
  }

  /** Members who want no mail, or whose mailbox takes none, might be written to all the same. */
  private leaving({ feedback, unsubscribe }: AlarmsProps): void {
    this.whenever('StopsFailed', {
      name: 'shinkan-stops-failed',
      means: 'A member pressed the link of a mail, and mails could not be stopped',
      chapter: 'a-member-says-that-mails-still-come',
      metric: mailMetric('StopsFailed', Stats.SUM),
    });
    this.whenever('FeedbackFailed', {
      name: 'shinkan-feedback-failed',
      means: 'A bounce or a complaint that SES told of was not kept',
      chapter: 'bounces-and-complaints-are-not-kept',
      metric: mailMetric('FeedbackFailed', Stats.SUM),
    });
    // What they cannot count themselves: a function that does not start, or runs out of time.
    this.whenever('UnsubscribeFails', {
      name: 'shinkan-unsubscribe-fails',
      means: 'The page behind the links of mails fails',
      chapter: 'a-member-says-that-mails-still-come',
      metric: unsubscribe.handler.metricErrors(SHORTLY),
    });
    this.whenever('FeedbackFails', {
      name: 'shinkan-feedback-fails',
      means: 'The function that keeps bounces and complaints fails',
      chapter: 'bounces-and-complaints-are-not-kept',
      metric: feedback.take.metricErrors(SHORTLY),
    });
  }

  /** From twice these rates on SES may pause the account (its "Sending review process FAQs"). */
  private reputation(): void {
    this.whenever('MailsBounce', {
      name: 'shinkan-mails-bounce',
      means: 'Five of a hundred mails come back, at which SES reviews the account',
      chapter: 'mails-come-back',
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.05,
    });
    this.whenever('MailsComplained', {
      name: 'shinkan-mails-complained-of',
      means: 'One of a thousand mails is complained of, at which SES reviews the account',
      chapter: 'members-complain',
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.001,
    });
  }

  /** The daily file has not come, or nothing became of it. */
  private nothingMerged(): void {
    const merged = count('Ingest', 'RunsMerged');
    this.alarm('NothingMerged', {
      name: 'shinkan-nothing-merged',
      means: 'No new file has been merged for more than a day',
      chapter: 'nothing-was-merged-for-a-day',
      metric: merged.with({ period: Duration.hours(1) }),
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      // The file is fetched daily; two hours to read it and to put a hold right. Fewer than 24 would go
      // off on some mornings, before the next file is merged. CloudWatch evaluates an alarm of more than
      // a day once an hour and looks further back where data is missing: it tells about two hours later.
      periods: 26,
      missing: TreatMissingData.BREACHING,
    });
  }

  /** At one datapoint that reaches the threshold, one when none is given. */
  private whenever(id: string, rest: Omit<AlarmProps, 'comparison' | 'periods' | 'missing'>): void {
    this.alarm(id, {
      ...rest,
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      periods: 1,
      missing: TreatMissingData.NOT_BREACHING,
    });
  }

  private alarm(id: string, props: AlarmProps): void {
    new Alarm(this, id, {
      alarmName: props.name,
      alarmDescription: `${props.means}: docs/runbook.md#${props.chapter}`,
      metric: props.metric,
      threshold: props.threshold ?? 1,
      comparisonOperator: props.comparison,
      evaluationPeriods: props.periods,
      treatMissingData: props.missing,
    }).addAlarmAction(this.action);
  }
}

interface AlarmProps {
  name: string;
  /** What is wrong, in one sentence. */
  means: string;
  /** The anchor of its chapter in docs/runbook.md. */
  chapter: string;
  metric: IMetric;
  /** What it is compared with; one when left out. */
  threshold?: number;
  comparison: ComparisonOperator;
  periods: number;
  missing: TreatMissingData;
}

/** What `countMetric.ts` of a folder counts. */
function count(folder: 'Ingest' | 'Release', metricName: string): Metric {
  return new Metric({
    namespace: `Shinkan/${folder}`,
    metricName,
    dimensionsMap: { service: folder.toLowerCase() },
    ...SHORTLY,
  });
}

/** What `mail/putMetric.ts` gives. */
function mailMetric(
  metricName:
    | 'FeedbackFailed'
    | 'MailsGivenUp'
    | 'OldestDueSeconds'
    | 'StopsFailed'
    | 'UncertainMails',
  statistic: string,
): Metric {
  return new Metric({
    namespace: 'Shinkan/Mail',
    metricName,
    dimensionsMap: { service: 'mail' },
    period: Duration.minutes(5),
    statistic,
  });
}

/** Of the whole account, which SES judges as one ("Creating reputation monitoring alarms using CloudWatch"). */
function reputation(metricName: 'Reputation.BounceRate' | 'Reputation.ComplaintRate'): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    period: Duration.hours(1),
    statistic: Stats.AVERAGE,
  });
}
