import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ROOT } from './bundle.ts';
import { readContext } from './context.ts';
import { addShinkan } from './shinkan.ts';

// `npx cdk synth` runs this, and so does `CDK_OUTDIR=cdk.out node infra/app.ts`, with one result.
const app = new App({ context: readContext(), analyticsReporting: false });
addShinkan(app, join(ROOT, 'web/dist'));

// `-c nag=on` holds every stack against the AWS Solutions rules; the tests always do.
if (app.node.tryGetContext('nag') === 'on')
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

app.synth();
