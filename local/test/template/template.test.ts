import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDirectory, resolveTemplates, type TestDirectory } from './support.ts';

describe('resolution of a template', () => {
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

  it('intrinsic functions are resolved', () => {
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

  it('parameters are passed in, and one without a value is named', () => {
    const rest = { Parameters: { SiteUrl: { Type: 'String' } } };
    expect(propertiesOf({ Url: { Ref: 'SiteUrl' } }, rest, { SiteUrl: 'http://x' })).toEqual({
      Url: 'http://x',
    });
    directory.remove();
    expect(() => propertiesOf({ Url: { Ref: 'SiteUrl' } }, rest)).toThrow(
      'Books: parameter SiteUrl has no value',
    );
  });

  it('a stack imports what an earlier stack exports', () => {
    const { outputs } = resolveTemplates(directory.path, {
      Data: {
        Resources: { Shelf: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'shelf' } } },
        Outputs: { Name: { Value: { Ref: 'Shelf' }, Export: { Name: 'Data:Shelf' } } },
      },
      Web: { Outputs: { Again: { Value: { 'Fn::ImportValue': 'Data:Shelf' } } } },
    });
    expect(outputs).toEqual({ Data: { Name: 'shelf' }, Web: { Again: 'shelf' } });
  });

  it('a secret has one value for all its readers, also after a restart, readable only by its owner', () => {
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

  it('the start fails for a resource type that is neither run nor ignored', () => {
    expect(() =>
      resolveTemplates(directory.path, {
        Data: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } },
      }),
    ).toThrow(
      'Data/Queue (AWS::SQS::Queue): this resource type is neither run locally nor on the list',
    );
  });

  it('unsupported intrinsic functions, attributes and references are named', () => {
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

  it.each([
    [{ Ref: 'AWS::Partition' }, 'aws'],
    [{ Ref: 'AWS::AccountId' }, '000000000000'],
    [{ Ref: 'AWS::Region' }, 'ap-northeast-1'],
    [{ Ref: 'AWS::StackName' }, 'Books'],
    [{ Ref: 'AWS::StackId' }, expect.stringContaining(':stack/Books/')],
    [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    [{ Ref: 'AWS::NotificationARNs' }, []],
    [{ 'Fn::Sub': 'x.$' + '{AWS::URLSuffix}' }, 'x.amazonaws.com'],
    [{ 'Fn::GetAtt': 'Topic.Arn' }, 'arn:aws:s3:::shelf'],
    [{ 'Fn::Base64': '新刊' }, '5paw5YiK'],
    [{ 'Fn::ToJsonString': { a: { Ref: 'AWS::Region' } } }, '{"a":"ap-northeast-1"}'],
    [{ 'Fn::Join': [',', { 'Fn::Split': ['|', 'a|b'] }] }, 'a,b'],
  ])('a template resolves %j', (value, expected) => {
    expect(propertiesOf({ X: value as object })).toEqual({ X: expected });
  });

  it.each([
    ['Fn::Cidr', ['10.0.0.0/16', 2, 8]],
    ['Fn::GetAZs', ''],
    ['Fn::Length', [1, 2]],
    ['Fn::Transform', { Name: 'x', Parameters: {} }],
    ['Fn::ForEach::Each', ['x', ['a'], {}]],
    ['Fn::GetStackOutput', 'x'],
  ])('a template rejects %s by name', (name, argument) => {
    expect(() => propertiesOf({ X: { [name]: argument } })).toThrow(
      `Books/Subject: intrinsic function ${name} is not emulated`,
    );
  });

  it('an unknown pseudo parameter is rejected', () => {
    expect(() => propertiesOf({ X: { Ref: 'AWS::Shelf' } })).toThrow(
      'Books: pseudo parameter AWS::Shelf is not emulated',
    );
  });

  it.each([
    [{ Transform: 'AWS::Serverless-2016-10-31' }, 'Books: section Transform is not emulated'],
    [{ Hooks: {} }, 'Books: section Hooks is not emulated'],
    [{ Rules: { Small: { Assertions: [] } } }, 'Books: rule Small is not emulated'],
    [
      { Resources: { Shelf: { Type: 'AWS::S3::Bucket', CreationPolicy: {} } } },
      'Books/Shelf (AWS::S3::Bucket): attribute CreationPolicy is not emulated',
    ],
    [
      { Resources: { Shelf: { Type: 'AWS::S3::Bucket', UpdatePolicy: {} } } },
      'Books/Shelf (AWS::S3::Bucket): attribute UpdatePolicy is not emulated',
    ],
  ])('the start fails for %j', (rest, message) => {
    expect(() => propertiesOf({}, rest)).toThrow(message);
  });

  it('CDK’s own rule and parameter are ignored', () => {
    const rest = {
      Parameters: {
        BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk' },
      },
      Rules: { CheckBootstrapVersion: { Assertions: [] } },
    };
    expect(propertiesOf({ X: 1 }, rest)).toEqual({ X: 1 });
    directory.remove();
    expect(() => propertiesOf({ X: { Ref: 'BootstrapVersion' } }, rest)).toThrow(
      'parameter BootstrapVersion: type AWS::SSM::Parameter::Value<String> is not emulated',
    );
  });

  it.each<[object, string, unknown]>([
    [{ Type: 'String', AllowedPattern: '[a-z]+' }, 'abc', 'abc'],
    [{ Type: 'String', AllowedPattern: '[a-z]+' }, 'abc1', /X is abc1, expected what matches/],
    [{ Type: 'String', MinLength: 9, NoEcho: true }, 'hushhush', /X is a secret, expected a/],
    [{ Type: 'String', MinLength: 2 }, 'a', /X is a, expected a length of at least 2/],
    [{ Type: 'String', MaxLength: '1' }, 'ab', /X is ab, expected a length of at most 1/],
    [{ Type: 'String', AllowedValues: ['a', 'b'] }, 'c', /X is c, expected one of a, b/],
    [{ Type: 'Number', MinValue: 1 }, '2', '2'],
    [{ Type: 'Number' }, 'two', /X is two, expected a number/],
    [{ Type: 'Number', MaxValue: 3 }, '4', /X is 4, expected a number of at most 3/],
    [{ Type: 'CommaDelimitedList' }, 'a, b', ['a', 'b']],
    [{ Type: 'List<Number>' }, '1,x', /X is x, expected a number/],
    [{ Type: 'AWS::EC2::VPC::Id' }, 'vpc-1', /type AWS::EC2::VPC::Id is not emulated/],
  ])('a parameter %j given as %s is read', (declared, given, expected) => {
    const read = () =>
      propertiesOf({ X: { Ref: 'X' } }, { Parameters: { X: declared } }, { X: given })?.X;
    if (expected instanceof RegExp) expect(read).toThrow(expected);
    else expect(read()).toEqual(expected);
  });

  it('an unknown generator setting of a secret is rejected', () => {
    const Secret = {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { GenerateSecretString: { Alphabet: 'kana' } },
    };
    expect(() => resolveTemplates(directory.path, { Data: { Resources: { Secret } } })).toThrow(
      'property GenerateSecretString.Alphabet is not emulated',
    );
  });

  it('a dynamic reference in a custom resource fails, as in CloudFormation', () => {
    const Trigger = { Type: 'Custom::Trigger', Properties: { X: '{{resolve:secretsmanager:s}}' } };
    expect(() => resolveTemplates(directory.path, { Data: { Resources: { Trigger } } })).toThrow(
      'Data/Trigger',
    );
  });
});
