import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ROOT } from './bundle.ts';
import { readContext } from './context.ts';
import { addShinkan } from './shinkan.ts';

// Run by `npx cdk synth` or `CDK_OUTDIR=cdk.out node infra/app.ts`, with the same result.
const app = new App({ context: readContext(), analyticsReporting: false });
addShinkan(app, join(ROOT, 'web/dist'));

// `-c nag=on` checks every stack against the AWS Solutions rules; the tests always do.
if (app.node.tryGetContext('nag') === 'on')
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

app.synth();
