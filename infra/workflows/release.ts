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
 * One look at the shop's master: what it newly sells becomes events. Then the events go to the open
 * pages, and beside that every subscriber gets a row in the outbox and the senders work until it is
 * empty. Takes no input. Two at once do no harm.
 *
 * What is known already is told though the shop does not answer, and neither waits for the other,
 * pages or mails: the run goes on, and fails at its end by the name of what failed first. Beside both it is
 * counted how many books to come contributors and series have; what is not counted is so the next minute.
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
  // A shop that refuses for a moment: 14 s in all. One that hangs is given up after 20 s, each time.
  // What is known waits for them, and the next minute looks again.
  detect.addRetry({
    errors: ['ShopUnanswered'],
    interval: Duration.seconds(2),
    maxAttempts: 3,
    backoffRate: 2,
  });
  detect.addCatch(tell, { resultPath: '$.detectError' });
  return detect.next(work);
}

/** Ends with `error` where a notice could not go out. */
function tellPages(scope: Construct, { publish }: ReleaseParts): IChainable {
  const once = publishStep(scope, publish);
  once.addCatch(new Succeed(scope, 'Notices are left'), { resultPath: '$.error' });
  return untilDrained(once, {
    id: 'Events left to publish?',
    remaining: '$.notices.remaining',
    next: new Succeed(scope, 'Notices are out'),
  });
}

/** Ends with `error` where the outbox could not be filled or a sender failed. */
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

/** Fails for nobody: it is left to the next run. */
function countUpcoming(scope: Construct, { recount }: ReleaseParts): IChainable {
  const count = step(scope, 'Count what is to come', {
    handler: recount,
    keep: { 'counted.$': '$.Payload.counted' },
    at: '$.recount',
  });
  count.addCatch(new Succeed(scope, 'Counts are left'), { resultPath: '$.error' });
  return count.next(new Succeed(scope, 'Counts are kept'));
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
