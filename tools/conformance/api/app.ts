import { App } from 'aws-cdk-lib';
import { ConformanceApi } from './conformanceApi.ts';

// `cdk deploy --app 'node tools/conformance/api/app.ts'` runs this.
const app = new App({ analyticsReporting: false });
new ConformanceApi(app, 'AppSyncConformance');
app.synth();
