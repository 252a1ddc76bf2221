import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findReach, readStackFile } from '../../../tools/testing/stackFile.ts';

const member = { login: 'a', password: 'b', email: 'c' };
const published = {
  web: 'https://site.example',
  auth: 'https://site.example/auth',
  graphql: 'https://x.appsync-api.ap-northeast-1.amazonaws.com/graphql',
  realtime: 'wss://x.appsync-realtime-api.ap-northeast-1.amazonaws.com/graphql',
  apiKey: 'da2-x',
  members: [member, member],
  operator: member,
};
const endpoints = { rdsData: '', s3: '', ses: '', states: '', kms: '', lambda: '' };

describe('the file of a stack under test', () => {
  let dir: string;
  const write = (content: object): string => {
    const file = join(dir, 'stack.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'shinkan-file-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('needs no more of a deployment than what is public, and who signs in', () => {
    const file = write(published);
    expect(readStackFile(file)).toMatchObject(published);
    expect([...findReach(file)]).toEqual([]);
  });

  it('may give a way to the database and to what is open to IAM', () => {
    const resources = { clusterArn: 'arn:cluster', secretArn: 'arn:secret' };
    expect([...findReach(write({ ...published, resources }))]).toEqual(['database']);
    expect([...findReach(write({ ...published, signed: true }))]).toEqual(['identity']);
  });

  it('may give the roles that publish and that are for partners, which are wanted both', () => {
    const key = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };
    const roles = { publisher: key, partner: key };
    expect([...findReach(write({ ...published, roles }))]).toEqual(['roles']);
    expect([...findReach(write({ ...published, roles: { publisher: key } }))]).toEqual([]);
  });

  it('has a shop that can be written to where the stack is local', () => {
    const shop = { url: '', socketPath: '/s', user: 'u', database: 'd' };
    expect([...findReach(write({ ...published, endpoints, shop }))]).toEqual(['identity', 'shop']);
    expect([...findReach(write({ ...published, shop }))]).toEqual([]);
  });

  it('of a local stack lies beside its key and its secrets', () => {
    const file = write({ ...published, endpoints });
    expect([...findReach(file)]).toEqual(['identity']);
    mkdirSync(join(dir, 'kms'));
    writeFileSync(join(dir, 'secrets.json'), '{}');
    expect([...findReach(file)]).toEqual(['identity', 'signing key', 'secret of links']);
  });

  it('is told by its name when it is not there, and by what it lacks', () => {
    expect(() => findReach(join(dir, 'none.json'))).toThrow(/none\.json does not exist/);
    expect(() => findReach(write({ ...published, apiKey: undefined }))).toThrow('apiKey');
  });
});
