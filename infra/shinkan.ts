import type { App } from 'aws-cdk-lib';
import { DataStack } from './stacks/data.ts';
import { ServiceStack } from './stacks/service.ts';
import { WebStack } from './stacks/web.ts';

/**
 * Adds three stacks by lifetime: what must survive, what changes daily, what readers see. No
 * account and no region: whatever differs between deployments is a CloudFormation parameter.
 *
 * @param built the folder that holds the built web app
 */
export function addShinkan(app: App, built: string) {
  const data = new DataStack(app, 'ShinkanData');
  const service = new ServiceStack(app, 'ShinkanService', data);
  const { api, signIn, unsubscribe, alarmTopic } = service;
  const web = new WebStack(app, 'ShinkanWeb', {
    database: data.database,
    signingKeys: data.signingKeys,
    api,
    signIn,
    unsubscribe,
    alarmTopic,
    built,
  });
  return { data, service, web };
}
