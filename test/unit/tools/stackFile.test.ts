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

  it('the stack file needs only the public parts of a deployment, and who signs in', () => {
    const file = write(published);
    expect(readStackFile(file)).toMatchObject(published);
    expect([...findReach(file)]).toEqual([]);
  });

  it('the stack file may give access to the database and to what is open to IAM', () => {
    const resources = { clusterArn: 'arn:cluster', secretArn: 'arn:secret' };
    expect([...findReach(write({ ...published, resources }))]).toEqual(['database']);
    expect([...findReach(write({ ...published, signed: true }))]).toEqual(['identity']);
  });

  it('the stack file may give the publishing and the partner role, but only both together', () => {
    const key = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };
    const roles = { publisher: key, partner: key };
    expect([...findReach(write({ ...published, roles }))]).toEqual(['roles']);
    expect([...findReach(write({ ...published, roles: { publisher: key } }))]).toEqual([]);
  });

  it('the stack file gives a writable shop if the stack is local', () => {
    const shop = { url: '', socketPath: '/s', user: 'u', database: 'd' };
    expect([...findReach(write({ ...published, endpoints, shop }))]).toEqual(['identity', 'shop']);
    expect([...findReach(write({ ...published, shop }))]).toEqual([]);
  });

  it('a local stack’s file is beside its key and its secrets', () => {
    const file = write({ ...published, endpoints });
    expect([...findReach(file)]).toEqual(['identity']);
    mkdirSync(join(dir, 'kms'));
    writeFileSync(join(dir, 'secrets.json'), '{}');
    expect([...findReach(file)]).toEqual(['identity', 'signing key', 'secret of links']);
  });

  it('a missing stack file is reported by name, an incomplete one by what it lacks', () => {
    expect(() => findReach(join(dir, 'none.json'))).toThrow(/none\.json does not exist/);
    expect(() => findReach(write({ ...published, apiKey: undefined }))).toThrow('apiKey');
  });
});
