import { Aws, CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { parameter } from '../../parameters.ts';
import type { Handler } from './handler.ts';

/**
 * Limits the concurrency of a public function by a parameter, so that a flood of requests leaves
 * room for the account's other functions. A new account has no concurrency to reserve.
 */
export function boundConcurrency(
  handler: Handler,
  name: 'SignInConcurrency' | 'PagesConcurrency',
): void {
  const most = parameter(Stack.of(handler), name);
  const isGiven = new CfnCondition(handler, 'IsBounded', {
    expression: Fn.conditionNot(Fn.conditionEquals(most, '')),
  });
  const { defaultChild } = handler.node;
  if (!(defaultChild instanceof CfnFunction)) throw new Error('The function has no resource');
  defaultChild.addPropertyOverride(
    'ReservedConcurrentExecutions',
    Fn.conditionIf(isGiven.logicalId, most, Aws.NO_VALUE),
  );
}
