import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EndSessions } from '../auth/endSessions.ts';
import type { Workflow } from '../lib/workflow.ts';
import type { Feedback } from '../mail/feedback.ts';
import type { Mail } from '../mail/mail.ts';
import type { OperatorMail } from '../mail/operatorMail.ts';
import type { SendEvents } from '../mail/sendEvents.ts';
import type { Unsubscribe } from '../mail/unsubscribe.ts';
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
 * Adds the alarms that need somebody's attention. Each names its section of the runbook. Returns
 * the topic they notify, for the alarms of other stacks.
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
