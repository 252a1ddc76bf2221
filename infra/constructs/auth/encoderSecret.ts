import { CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';

/**
 * Returns a reference, resolved on AWS, to the secret of the shop's password encoder; empty if no
 * secret is named.
 */
export function encoderSecret(scope: Construct): string {
  const arn = parameter(Stack.of(scope), 'EncoderSecretArn');
  const isGiven = new CfnCondition(scope, 'HasEncoderSecret', {
    expression: Fn.conditionNot(Fn.conditionEquals(arn, '')),
  });
  const reference = Fn.join('', ['{{resolve:secretsmanager:', arn, '}}']);
  return Fn.conditionIf(isGiven.logicalId, reference, '').toString();
}
