import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EndSessions } from '../endSessions.ts';
import type { Feedback } from '../feedback.ts';
import type { Mail } from '../mail.ts';
import type { OperatorMail } from '../operatorMail.ts';
import type { SendEvents } from '../sendEvents.ts';
import type { Unsubscribe } from '../unsubscribe.ts';
import type { Workflow } from '../workflow.ts';
import { AlarmSet } from './alarmSet.ts';
import { ingestAlarms } from './ingestAlarms.ts';
import { leavingAlarms } from './leavingAlarms.ts';
import { mailAlarms } from './mailAlarms.ts';
import { passwordAlarms } from './passwordAlarms.ts';
import { releaseAlarms } from './releaseAlarms.ts';
import { sessionAlarms } from './sessionAlarms.ts';
import { signInAlarms } from './signInAlarms.ts';

export interface AlarmsProps {
  ingest: Workflow;
  release: Workflow;
  recount: IFunction;
  operatorMail: OperatorMail;
  mail: Mail;
  sendEvents: SendEvents;
  feedback: Feedback;
  unsubscribe: Unsubscribe;
  endSessions: EndSessions;
}

/**
 * What somebody must look at. Each alarm names its chapter of the runbook. Gives the topic that is told,
 * for the alarms of other stacks.
 */
export function addAlarms(scope: Construct, id: string, props: AlarmsProps): ITopic {
  const alarms = new AlarmSet(scope, id);
  ingestAlarms(alarms, props);
  releaseAlarms(alarms, props);
  mailAlarms(alarms, props);
  leavingAlarms(alarms, props);
  sessionAlarms(alarms, props);
  passwordAlarms(alarms);
  signInAlarms(alarms);
  return alarms.topic;
}
