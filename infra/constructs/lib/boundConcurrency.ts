import { Aws, CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { parameter } from '../../parameters.ts';
import type { Handler } from './handler.ts';

/**
 * So that a flood of requests to a function that anybody may ask leaves the account's other functions
 * room: it runs as often at once as a parameter says. A new account has none to give.
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
