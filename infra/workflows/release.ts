import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  JsonPath,
  Map as MapState,
  Parallel,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { publishStep, step, untilDrained } from './steps.ts';

export interface ReleaseParts {
  detect: IFunction;
  publish: IFunction;
  fillOutbox: IFunction;
  send: IFunction;
  recount: IFunction;
}

/**
 * Checks the shop's master once and records what is newly on sale as events. Then publishes the
 * events to the open pages while every subscriber gets a row in the outbox and the senders work
 * until it is empty. Takes no input. Two concurrent runs do no harm.
 *
 * Known events go out even if the shop does not answer, and pages and mails do not wait for each
 * other: the run continues, and fails at its end with the name of the first failure. In parallel it
 * counts the upcoming books of contributors and series; if that fails, the next run counts them.
 */
export function defineRelease(scope: Construct, parts: ReleaseParts): IChainable {
  const ended = new Choice(scope, 'Did all go well?')
    .when(...failed(scope, 'The shop was not looked at', '$.detectError'))
    .when(...failed(scope, 'Notices are not out', '$.told.notices.error'))
    .when(...failed(scope, 'Mails are not out', '$.told.mails.error'))
    .otherwise(new Succeed(scope, 'Everybody is told'));
  const tell = new Parallel(scope, 'Tell pages and members', {
    resultSelector: { 'notices.$': '$[0]', 'mails.$': '$[1]' },
    resultPath: '$.told',
  })
    .branch(tellPages(scope, parts))
    .branch(tellMembers(scope, parts))
    .branch(countUpcoming(scope, parts));
  tell.next(ended);
  const work = new Choice(scope, 'Anything to tell?')
    .when(Condition.booleanEquals('$.work', false), new Succeed(scope, 'Nothing to tell'))
    .otherwise(tell);
  const detect = step(scope, 'Detect', { handler: parts.detect });
  // The shop throttles or fails briefly: 14 s of retries in all. If it hangs, each attempt times
  // out after 20 s. Known events wait meanwhile, and the next minute checks again.
  detect.addRetry({
    errors: ['ShopUnanswered'],
    interval: Duration.seconds(2),
    maxAttempts: 3,
    backoffRate: 2,
  });
  detect.addCatch(tell, { resultPath: '$.detectError' });
  return detect.next(work);
}

/** Ends with `error` if a notice could not be published. */
function tellPages(scope: Construct, { publish }: ReleaseParts): IChainable {
  const once = publishStep(scope, publish);
  once.addCatch(new Succeed(scope, 'Notices are left'), { resultPath: '$.error' });
  return untilDrained(once, {
    id: 'Events left to publish?',
    remaining: '$.notices.remaining',
    next: new Succeed(scope, 'Notices are out'),
  });
}

/** Ends with `error` if the outbox could not be filled or a sender failed. */
function tellMembers(scope: Construct, { fillOutbox, send }: ReleaseParts): IChainable {
  const left = new Succeed(scope, 'Mails are left');
  const fill = step(scope, 'Fill the outbox', {
    handler: fillOutbox,
    keep: { 'added.$': '$.Payload.added', 'senders.$': '$.Payload.senders' },
    at: '$.outbox',
  });
  fill.addCatch(left, { resultPath: '$.error' });
  const mails = sendMails(scope, send);
  mails.addCatch(left, { resultPath: '$.error' });
  return fill.next(mails).next(new Succeed(scope, 'Mails are out'));
}

/** Never fails the run: the next run counts again. */
function countUpcoming(scope: Construct, { recount }: ReleaseParts): IChainable {
  const count = step(scope, 'Count what is to come', {
    handler: recount,
    keep: { 'counted.$': '$.Payload.counted' },
    at: '$.recount',
  });
  count.addCatch(new Succeed(scope, 'Counts are left'), { resultPath: '$.error' });
  return count.next(new Succeed(scope, 'Counts are kept'));
}

/** Fails the run if a step left its error at `path`. */
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
