import { randomBytes } from 'node:crypto';
import { accountId, arn, credentials } from '../../lib/aws.ts';
import type { Role } from './readRoles.ts';
import { EVERYTHING, type Statement } from './readStatements.ts';

/** The key with which a program signs its requests. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  /** Set for the temporary keys of a role. */
  sessionToken?: string;
}

/** The owner of an access key. */
export interface Signer extends Omit<AccessKey, 'accessKeyId'> {
  arn: string;
  accountId: string;
  /** Such as `AROA…:session`. */
  username: string;
  statements: Statement[];
}

/** The access keys of a running stack. */
export interface Keys {
  /** Returns the key of this role, or the administrator's if no role is given. */
  ofRole(roleArn: string | undefined): AccessKey;
  /** By access key id. */
  signers: Record<string, Signer>;
}

/** The administrator's key, for tools and tests that need no particular identity. */
const ADMINISTRATOR: Signer = {
  secretAccessKey: credentials.secretAccessKey,
  arn: arn('iam', 'user/local', ''),
  accountId,
  username: 'local',
  statements: [EVERYTHING],
};

/**
 * Issues a key to each role, like temporary credentials of STS, valid as long as the stack runs.
 */
export function issueKeys(roles: Role[]): Keys {
  const keys = new Map(roles.map((role) => [role.arn, issueKey()]));
  const signers = roles.map((role): [string, Signer] => {
    const { accessKeyId, ...key } = keys.get(role.arn) as Required<AccessKey>;
    return [accessKeyId, { ...key, ...describe(role), statements: role.statements }];
  });
  return {
    ofRole(roleArn) {
      const key = roleArn === undefined ? credentials : keys.get(roleArn);
      if (key === undefined) throw new Error(`no role of the template has the ARN ${roleArn}`);
      return key;
    },
    signers: Object.fromEntries([...signers, [credentials.accessKeyId, ADMINISTRATOR]]),
  };
}

/** The environment variables from which AWS clients read a key. */
export function keyVariables(key: AccessKey): { [variable: string]: string } {
  return {
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    ...(key.sessionToken !== undefined && { AWS_SESSION_TOKEN: key.sessionToken }),
  };
}

function issueKey(): AccessKey {
  return {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(96).toString('base64'),
  };
}

/** The identity of a role in a session named after this stack. */
function describe({ name, id }: Role): Pick<Signer, 'arn' | 'accountId' | 'username'> {
  return {
    arn: arn('sts', `assumed-role/${name}/local`, ''),
    accountId,
    username: `${id}:local`,
  };
}
