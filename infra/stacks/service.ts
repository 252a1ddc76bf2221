import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { addAlarms } from '../constructs/alarms/alarms.ts';
import { Api } from '../constructs/api/api.ts';
import { Executions } from '../constructs/api/executions.ts';
import { Partners } from '../constructs/api/partners.ts';
import { EndSessions } from '../constructs/auth/endSessions.ts';
import { SignIn } from '../constructs/auth/signIn.ts';
import type { SigningKeys } from '../constructs/auth/signingKeys.ts';
import type { Database } from '../constructs/database/database.ts';
import type { Network } from '../constructs/database/network.ts';
import { Shop } from '../constructs/database/shop.ts';
import type { FeedBucket } from '../constructs/ingest/feedBucket.ts';
import { Ingest } from '../constructs/ingest/ingest.ts';
import { IngestControl } from '../constructs/ingest/ingestControl.ts';
import { Feedback } from '../constructs/mail/feedback.ts';
import { Mail } from '../constructs/mail/mail.ts';
import { OperatorMail } from '../constructs/mail/operatorMail.ts';
import { SendEvents } from '../constructs/mail/sendEvents.ts';
import { Unsubscribe } from '../constructs/mail/unsubscribe.ts';
import { Publisher } from '../constructs/release/publisher.ts';
import { Release } from '../constructs/release/release.ts';

export interface ServiceStackProps {
  network: Network;
  database: Database;
  feedBucket: FeedBucket;
  signingKeys: SigningKeys;
  linkSecret: Secret;
}

/** What changes daily: the API, the two workflows, the mail, the sign-in. It holds no data. */
export class ServiceStack extends Stack {
  readonly api: Api;
  readonly signIn: SignIn;
  readonly unsubscribe: Unsubscribe;
  /** The topic that alarms notify. */
  readonly alarmTopic: ITopic;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, { description: 'Shinkan: what runs' });
    const { network, database, feedBucket, signingKeys, linkSecret } = props;
    const shop = new Shop(this, 'Shop');

    this.api = new Api(this, 'Api', { database });
    this.signIn = new SignIn(this, 'SignIn', { database, shop, signingKeys, api: this.api });
    const endSessions = new EndSessions(this, 'Sessions', {
      database,
      shop,
      api: this.api,
      originSecret: this.signIn.originSecret,
    });
    const publisher = new Publisher(this, 'Publisher', { database, api: this.api });
    const partners = new Partners(this, 'Partners', { api: this.api });
    const mail = new Mail(this, 'Mail', { database, shop, linkSecret });
    const sendEvents = new SendEvents(this, 'SendEvents', { database, mail });
    const feedback = new Feedback(this, 'Feedback', { database, mail });
    this.unsubscribe = new Unsubscribe(this, 'Unsubscribe', { database, shop, linkSecret });
    const operatorMail = new OperatorMail(this, 'Operators', { database, mail });
    const ingest = new Ingest(this, 'Ingest', {
      network,
      database,
      feedBucket,
      publisher,
      operatorMail,
    });
    const { workflow } = ingest;
    const release = new Release(this, 'Release', { database, shop, publisher, mail });
    this.api.answerFields({
      ingestControl: new IngestControl(this, 'IngestControl', { workflow, feedBucket }),
      executions: new Executions(this, 'Executions', {
        ingest: workflow,
        release: release.workflow,
      }),
    });
    this.alarmTopic = addAlarms(this, 'Alarms', {
      ingest: ingest.workflow,
      release: release.workflow,
      recount: release.recount,
      operatorMail,
      mail,
      sendEvents,
      feedback,
      unsubscribe: this.unsubscribe,
      endSessions,
    });

    new CfnOutput(this, 'GraphqlUrl', { value: this.api.graphqlUrl });
    new CfnOutput(this, 'RealtimeUrl', { value: this.api.realtimeUrl });
    new CfnOutput(this, 'ApiKey', { value: this.api.apiKey });
    new CfnOutput(this, 'IngestStateMachineArn', { value: ingest.workflow.stateMachineArn });
    new CfnOutput(this, 'ReleaseStateMachineArn', { value: release.workflow.stateMachineArn });
    new CfnOutput(this, 'PublisherRoleArn', { value: publisher.publish.role.roleArn });
    partners.addOutput('PartnerRoleArn');
    new CfnOutput(this, 'SenderIdentity', { value: mail.senderIdentity });
  }
}
