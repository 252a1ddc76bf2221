import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderCustomResources } from '../../services/cloudformation/orderCustomResources.ts';
import { replaceMarkers } from '../../services/cloudformation/replaceMarkers.ts';
import { runTrigger } from '../../services/cloudformation/runTrigger.ts';
import { makeDirectory, resolveTemplates, type TestDirectory } from './support.ts';

describe('custom resources', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  it('custom resources are ordered by stack, and after their direct and indirect dependencies', () => {
    const trigger = (DependsOn: string[]) => ({
      Type: 'Custom::Trigger',
      DependsOn,
      Properties: {},
    });
    const { resources } = resolveTemplates(directory.path, {
      Data: {
        Resources: {
          Last: trigger(['Between']),
          Between: { Type: 'AWS::S3::Bucket', DependsOn: 'First', Properties: { BucketName: 'b' } },
          First: trigger([]),
        },
      },
      Web: { Resources: { Other: trigger([]) } },
    });
    const order = orderCustomResources(resources).map(({ logicalId }) => logicalId);
    expect(order).toEqual(['First', 'Last', 'Other']);
  });

  it('custom resources fail the start with the error of the function that failed', async () => {
    const resource = {
      stack: 'Data',
      logicalId: 'Migration',
      type: 'Custom::Trigger',
      ref: 'm',
      properties: { HandlerArn: 'arn:f', InvocationType: 'RequestResponse' },
    };
    const failing = async () => {
      throw Object.assign(new Error('003_x.sql: syntax'), { name: 'MigrationFailed' });
    };
    await expect(runTrigger(resource, failing)).rejects.toThrow(
      'Data/Migration (Custom::Trigger) failed: MigrationFailed: 003_x.sql: syntax',
    );
  });

  it('custom resources replace markers with deployment-time values, JSON-escaped inside JSON', () => {
    const content = Buffer.from('{"url":"<<marker:0xbaba:0>>","題":"本"}');
    const markers = { '<<marker:0xbaba:0>>': 'a"b$&' };
    const plain = replaceMarkers(content, markers, {}).toString();
    expect(plain).toBe('{"url":"a"b$&","題":"本"}');
    const escaped = replaceMarkers(content, markers, { jsonEscape: true }).toString();
    expect(JSON.parse(escaped)).toEqual({ url: 'a"b$&', 題: '本' });
  });
});
