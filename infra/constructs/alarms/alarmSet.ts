import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarmTopic.ts';

export interface AlarmProps {
  name: string;
  /** What is wrong, in one sentence. */
  means: string;
  /** The anchor of its section in docs/runbook.md. */
  chapter: string;
  metric: IMetric;
  /** The threshold; 1 when omitted. */
  threshold?: number;
  comparison: ComparisonOperator;
  periods: number;
  missing: TreatMissingData;
}

/** A set of alarms that notify one topic, each with its own section in the runbook. */
export class AlarmSet extends Construct {
  readonly topic: ITopic;
  private readonly action: SnsAction;

  /** Creates a topic unless one is given. */
  constructor(scope: Construct, id: string, topic?: ITopic) {
    super(scope, id);
    this.topic = topic ?? new AlarmTopic(this, 'Told').topic;
    this.action = new SnsAction(this.topic);
  }

  /** Alarms on a single datapoint at or above the threshold (default 1). */
  whenever(id: string, rest: Omit<AlarmProps, 'comparison' | 'periods' | 'missing'>): void {
    this.alarm(id, {
      ...rest,
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      periods: 1,
      missing: TreatMissingData.NOT_BREACHING,
    });
  }

  alarm(id: string, props: AlarmProps): void {
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
