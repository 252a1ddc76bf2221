import { randomBytes } from 'node:crypto';
import { accountId, arn, credentials } from '../../lib/aws.ts';
import type { Role } from './readRoles.ts';
import { EVERYTHING, type Statement } from './readStatements.ts';

/** What a program signs its requests with. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  /** There for the temporary keys of a role. */
  sessionToken?: string;
}

/** Whom an access key belongs to. */
export interface Signer extends Omit<AccessKey, 'accessKeyId'> {
  arn: string;
  accountId: string;
  /** Such as `AROA…:session`. */
  username: string;
  statements: Statement[];
}

/** Who signs requests to a running stack. */
export interface Keys {
  /** The key of whoever has this role; the administrator's for whoever has none. */
  ofRole(roleArn: string | undefined): AccessKey;
  /** By access key id. */
  signers: Record<string, Signer>;
}

/** The key that tools and tests use where nobody's in particular is meant: it may do everything. */
const ADMINISTRATOR: Signer = {
  secretAccessKey: credentials.secretAccessKey,
  arn: arn('iam', 'user/local', ''),
  accountId,
  username: 'local',
  statements: [EVERYTHING],
};

/** Gives each role a key that is as good as temporary credentials of STS, for as long as the stack runs. */
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

/** The variables by which AWS's clients find a key. */
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

/** Whoever has taken the role, in a session that is called like this stack. */
function describe({ name, id }: Role): Pick<Signer, 'arn' | 'accountId' | 'username'> {
  return {
    arn: arn('sts', `assumed-role/${name}/local`, ''),
    accountId,
    username: `${id}:local`,
  };
}
