import { CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';

/** What the shop's password encoder was made with, as a reference that is resolved on AWS; empty where no secret is named. */
export function encoderSecret(scope: Construct): string {
  const arn = parameter(Stack.of(scope), 'EncoderSecretArn');
  const isGiven = new CfnCondition(scope, 'HasEncoderSecret', {
    expression: Fn.conditionNot(Fn.conditionEquals(arn, '')),
  });
  const reference = Fn.join('', ['{{resolve:secretsmanager:', arn, '}}']);
  return Fn.conditionIf(isGiven.logicalId, reference, '').toString();
}
