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
  /** The anchor of its chapter in docs/runbook.md. */
  chapter: string;
  metric: IMetric;
  /** What it is compared with; one when left out. */
  threshold?: number;
  comparison: ComparisonOperator;
  periods: number;
  missing: TreatMissingData;
}

/** Alarms that tell one topic, and each its chapter of the runbook. */
export class AlarmSet extends Construct {
  readonly topic: ITopic;
  private readonly action: SnsAction;

  /** Without a topic that is there already, it makes one. */
  constructor(scope: Construct, id: string, topic?: ITopic) {
    super(scope, id);
    this.topic = topic ?? new AlarmTopic(this, 'Told').topic;
    this.action = new SnsAction(this.topic);
  }

  /** At one datapoint that reaches the threshold, one when none is given. */
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
