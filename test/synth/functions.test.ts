import { describe, expect, it } from 'vitest';
import { resources } from './synthesize.ts';

describe('a function', () => {
  it.each([
    [/SignIn/, 'auth'],
    [/MailSend/, 'mail'],
    [/IngestMerge/, 'ingest'],
    [/ReleaseDetect/, 'release'],
    [/ServePages/, 'pages'],
    [/^Executions/, 'executions'],
  ])('logs under the name of the folder that it comes from: %s under %s', (logicalId, service) => {
    const [found] = resources('AWS::Lambda::Function').filter((one) =>
      logicalId.test(one.logicalId),
    );
    expect(found?.Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME).toBe(service);
  });
});
