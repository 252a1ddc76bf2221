import { Duration } from 'aws-cdk-lib';
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
 *
 * What is known already is told though the shop does not answer, and mailed though the API does
 * not: the run goes on, and fails at its end by the name of what failed first.
 */
export function defineRelease(scope: Construct, parts: ReleaseParts): IChainable {
  const told = new Choice(scope, 'Did all go well?')
    .when(...failed(scope, 'The shop was not looked at', '$.detectError'))
    .when(...failed(scope, 'Notices are not out', '$.publishError'))
    .when(...failed(scope, 'Mails are not out', '$.sendError'))
    .otherwise(new Succeed(scope, 'Everybody is told'));
  const send = sendMails(scope, parts.send);
  send.addCatch(told, { resultPath: '$.sendError' });
  const fillOutbox = step(scope, 'Fill the outbox', {
    handler: parts.fillOutbox,
    keep: { 'added.$': '$.Payload.added', 'senders.$': '$.Payload.senders' },
    at: '$.outbox',
  });
  const publishOnce = publishStep(scope, parts.publish);
  const publish = untilDrained(publishOnce, {
    id: 'Events left to publish?',
    remaining: '$.notices.remaining',
    next: fillOutbox.next(send).next(told),
  });
  publishOnce.addCatch(fillOutbox, { resultPath: '$.publishError' });
  const work = new Choice(scope, 'Anything to tell?')
    .when(Condition.booleanEquals('$.work', false), new Succeed(scope, 'Nothing to tell'))
    .otherwise(publish);
  const detect = step(scope, 'Detect', { handler: parts.detect });
  // A shop that does not answer for a moment: 14 s in all. What is known waits for them, and the next
  // minute looks again.
  detect.addRetry({
    errors: ['ShopUnanswered'],
    interval: Duration.seconds(2),
    maxAttempts: 3,
    backoffRate: 2,
  });
  detect.addCatch(publishOnce, { resultPath: '$.detectError' });
  return detect.next(work);
}

/** The end of a run of which a step has left its error at `path`. */
function failed(scope: Construct, id: string, path: string): [Condition, Fail] {
  return [
    Condition.isPresent(path),
    new Fail(scope, id, { errorPath: `${path}.Error`, causePath: `${path}.Cause` }),
  ];
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
