import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  JsonPath,
  Map as MapState,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { publishStep, step, untilDrained } from './steps.ts';

export interface ReleaseParts {
  detect: IFunction;
  publish: IFunction;
  fillOutbox: IFunction;
  send: IFunction;
}

/**
 * One look at the shop's master: what it newly sells becomes events, the events go to the open
 * pages, every subscriber gets a row in the outbox, and the senders work until it is empty.
 * Takes no input. Two at once do no harm.
 */
export function defineRelease(scope: Construct, parts: ReleaseParts): IChainable {
  const told = new Choice(scope, 'Are all notices out?')
    .when(
      Condition.isPresent('$.publishError'),
      new Fail(scope, 'Notices are not out', {
        errorPath: '$.publishError.Error',
        causePath: '$.publishError.Cause',
      }),
    )
    .otherwise(new Succeed(scope, 'Everybody is told'));
  const fillOutbox = step(scope, 'Fill the outbox', {
    handler: parts.fillOutbox,
    keep: { 'added.$': '$.Payload.added', 'senders.$': '$.Payload.senders' },
    at: '$.outbox',
  });
  const publishOnce = publishStep(scope, parts.publish);
  const publish = untilDrained(publishOnce, {
    id: 'Events left to publish?',
    remaining: '$.remaining',
    next: fillOutbox.next(sendMails(scope, parts.send)).next(told),
  });
  // Mails do not wait for an API that refuses a notice; the run fails after they are sent.
  publishOnce.addCatch(fillOutbox, { resultPath: '$.publishError' });
  const work = new Choice(scope, 'Anything to tell?')
    .when(Condition.booleanEquals('$.work', false), new Succeed(scope, 'Nothing to tell'))
    .otherwise(publish);
  return step(scope, 'Detect', { handler: parts.detect }).next(work);
}

function sendMails(scope: Construct, send: IFunction): MapState {
  const call = step(scope, 'Send', {
    handler: send,
    payload: { sender: JsonPath.numberAt('$.sender'), senders: JsonPath.numberAt('$.senders') },
    keep: { 'remaining.$': '$.Payload.remaining' },
    at: '$.outbox',
  });
  const drained = untilDrained(call, {
    id: 'Mails left to send?',
    remaining: '$.outbox.remaining',
    next: new Succeed(scope, 'Sender is done'),
  });
  return new MapState(scope, 'Send the mails', {
    itemsPath: '$.outbox.senders',
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(drained);
}
