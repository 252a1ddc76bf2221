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
import type { OperatorMail } from './operatorMail.ts';
import type { Workflow } from './workflow.ts';

export interface AlarmsProps {
  ingest: Workflow;
  operatorMail: OperatorMail;
}

// An event of a moment: a datapoint that comes some minutes late is seen all the same.
const SHORTLY = { statistic: Stats.SUM, period: Duration.minutes(5) };

/** What somebody must look at. Each alarm names its chapter of the runbook. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, { ingest, operatorMail }: AlarmsProps) {
    super(scope, id);
    this.action = new SnsAction(new AlarmTopic(this, 'Told').topic);

    this.whenever('IngestHeld', {
      name: 'shinkan-ingest-held',
      means: 'An ingest run is held and waits for the decision of an operator',
      chapter: 'an-ingest-run-is-held',
      metric: ingestCount('RunsHeld'),
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
  }

  /** The daily file has not come, or nothing became of it. */
  private nothingMerged(): void {
    const merged = ingestCount('RunsMerged');
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
      threshold: 1,
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
  /** Compared with one. */
  metric: IMetric;
  comparison: ComparisonOperator;
  periods: number;
  missing: TreatMissingData;
}

/** What `ingest/countMetric.ts` counts. */
function ingestCount(metricName: 'RunsHeld' | 'RunsMerged'): Metric {
  return new Metric({
    namespace: 'Shinkan/Ingest',
    metricName,
    dimensionsMap: { service: 'ingest' },
    ...SHORTLY,
  });
}
