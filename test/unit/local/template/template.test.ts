import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDirectory, resolveTemplates, type TestDirectory } from './support.ts';

describe('a template', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  const propertiesOf = (properties: object, rest: object = {}, parameters = {}) => {
    const Topic = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'Shelf' } };
    const Subject = { Type: 'AWS::S3::Bucket', Properties: properties };
    const stack = { Resources: { Topic, Subject }, ...rest } as object;
    const { resources } = resolveTemplates(directory.path, { Books: stack }, parameters);
    return resources.find(({ logicalId }) => logicalId === 'Subject')?.properties;
  };

  it('has its intrinsic functions resolved', () => {
    expect(
      propertiesOf(
        {
          Ref: { Ref: 'Topic' },
          Attribute: { 'Fn::GetAtt': ['Topic', 'Arn'] },
          Join: { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 7]] },
          Sub: {
            'Fn::Sub': [
              '$' + '{Topic.Arn}/$' + '{x} $' + '{!y} $' + '{AWS::AccountId}',
              { x: 'z' },
            ],
          },
          Select: { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host/path'] }] },
          Find: { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] },
          If: { 'Fn::If': ['IsSmall', 'yes', 'no'] },
          Absent: { 'Fn::If': ['IsLarge', 'yes', { Ref: 'AWS::NoValue' }] },
        },
        {
          Parameters: { Size: { Type: 'String', Default: 'small' } },
          Mappings: { Sizes: { 'ap-northeast-1': { small: 1 } } },
          Conditions: {
            IsSmall: { 'Fn::Equals': [{ Ref: 'Size' }, 'small'] },
            IsLarge: {
              'Fn::And': [{ 'Fn::Not': [{ Condition: 'IsSmall' }] }, { Condition: 'IsSmall' }],
            },
          },
        },
      ),
    ).toEqual({
      Ref: 'shelf',
      Attribute: 'arn:aws:s3:::shelf',
      Join: 'a-ap-northeast-1-7',
      Sub: 'arn:aws:s3:::shelf/z $' + '{y} 000000000000',
      Select: 'host',
      Find: 1,
      If: 'yes',
    });
  });

  it('takes parameters from outside, and names one that has no value', () => {
    const rest = { Parameters: { SiteUrl: { Type: 'String' } } };
    expect(propertiesOf({ Url: { Ref: 'SiteUrl' } }, rest, { SiteUrl: 'http://x' })).toEqual({
      Url: 'http://x',
    });
    directory.remove();
    expect(() => propertiesOf({ Url: { Ref: 'SiteUrl' } }, rest)).toThrow(
      'Books: parameter SiteUrl has no value',
    );
  });

  it('imports what an earlier stack exports', () => {
    const { outputs } = resolveTemplates(directory.path, {
      Data: {
        Resources: { Shelf: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'shelf' } } },
        Outputs: { Name: { Value: { Ref: 'Shelf' }, Export: { Name: 'Data:Shelf' } } },
      },
      Web: { Outputs: { Again: { Value: { 'Fn::ImportValue': 'Data:Shelf' } } } },
    });
    expect(outputs).toEqual({ Data: { Name: 'shelf' }, Web: { Again: 'shelf' } });
  });

  it('gives a secret one value for all who read it, now and after a restart, for its owner alone', () => {
    const secret = {
      Type: 'AWS::SecretsManager::Secret',
      Properties: {
        GenerateSecretString: {
          SecretStringTemplate: '{"username":"shinkan"}',
          GenerateStringKey: 'password',
          PasswordLength: 30,
          ExcludePunctuation: true,
        },
      },
    };
    const reader = {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketName: 'b',
        Password: {
          'Fn::Join': [
            '',
            ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:password::}}'],
          ],
        },
      },
    };
    const read = () =>
      resolveTemplates(directory.path, {
        Data: { Resources: { Reader: reader, Secret: secret } },
      }).resources.find(({ logicalId }) => logicalId === 'Reader')?.properties.Password;
    const first = read();
    expect(first).toMatch(/^[A-Za-z0-9]{30}$/);
    expect(read()).toBe(first);
    const file = join(directory.path, 'secrets.json');
    expect(readFileSync(file, 'utf8')).toContain(String(first));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('does not start with a resource type that is neither run nor ignored', () => {
    expect(() =>
      resolveTemplates(directory.path, {
        Data: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } },
      }),
    ).toThrow(
      'Data/Queue (AWS::SQS::Queue): this resource type is neither run locally nor on the list',
    );
  });

  it('names an intrinsic function, an attribute and a reference that are not emulated', () => {
    expect(() => propertiesOf({ X: { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] } })).toThrow(
      'Fn::Cidr is not emulated',
    );
    expect(() => propertiesOf({ X: { 'Fn::GetAtt': ['Topic', 'WebsiteURL'] } })).toThrow(
      'WebsiteURL of Topic',
    );
    expect(() => propertiesOf({ X: '{{resolve:ssm:/a}}' })).toThrow(
      'only secretsmanager references',
    );
  });

  it('leaves a dynamic reference in a custom resource to fail, as CloudFormation would', () => {
    const Trigger = { Type: 'Custom::Trigger', Properties: { X: '{{resolve:secretsmanager:s}}' } };
    expect(() => resolveTemplates(directory.path, { Data: { Resources: { Trigger } } })).toThrow(
      'Data/Trigger',
    );
  });
});
