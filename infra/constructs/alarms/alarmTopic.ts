import { CfnCondition, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';

/** The topic that alarms notify: mails one address, which may be a mailing list. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = Stack.of(this);
    // The AWS-managed key of SNS does not let CloudWatch publish.
    const key = new Key(this, 'Key', {
      description: 'Encrypts alarm notifications',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    const ofOurAlarms = {
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    };
    key.addToResourcePolicy(
      new PolicyStatement({
        ...ofOurAlarms,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        ...ofOurAlarms,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    );
    const address = parameter(stack, 'AlarmMail');
    const subscription = new CfnSubscription(this, 'Mail', {
      topicArn: this.topic.topicArn,
      protocol: 'email',
      endpoint: address,
    });
    subscription.cfnOptions.condition = new CfnCondition(this, 'IsMailed', {
      expression: Fn.conditionNot(Fn.conditionEquals(address, '')),
    });
  }
}
