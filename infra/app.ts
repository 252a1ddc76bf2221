import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ROOT } from './bundle.ts';
import { readContext } from './context.ts';
import { DataStack } from './stacks/data.ts';
import { ServiceStack } from './stacks/service.ts';
import { WebStack } from './stacks/web.ts';

// Three stacks by how long things live: what must survive, what changes daily, what readers see.
// No account and no region: what differs between deployments is a CloudFormation parameter.
const app = new App({ context: readContext(), analyticsReporting: false });

const data = new DataStack(app, 'ShinkanData');
const service = new ServiceStack(app, 'ShinkanService', data);
new WebStack(app, 'ShinkanWeb', {
  signingKey: data.signingKey,
  api: service.api,
  signIn: service.signIn,
  built: join(ROOT, 'web/dist'),
});

// `-c nag=on` holds every stack against the AWS Solutions rules; the tests always do.
if (app.node.tryGetContext('nag') === 'on')
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

app.synth();
