import { expect, it } from 'vitest';
import { resources } from './synthesize.ts';

it('a failed review of sessions is retried neither by its schedule nor by Lambda', () => {
  const functions = resources('AWS::Lambda::Function');
  const review = functions.find(({ logicalId }) => /^SessionsEndSessions/.test(logicalId));
  const ofReview = resources('AWS::Lambda::EventInvokeConfig').filter(
    ({ Properties }) => Properties.FunctionName.Ref === review?.logicalId,
  );
  expect(ofReview.map(({ Properties }) => Properties)).toEqual([
    expect.objectContaining({
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    }),
  ]);
  const schedule = resources('AWS::Scheduler::Schedule').find(({ Properties }) =>
    JSON.stringify(Properties.Target).includes(review?.logicalId ?? '?'),
  );
  expect(schedule?.Properties.Target.RetryPolicy).toEqual({
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 60,
  });
});
