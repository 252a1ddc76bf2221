import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Stack, stackSchema } from '../stack/stack.ts';

/** What a test may need besides the API and the site, and where it comes from. */
export const PARTS = {
  database: 'resources.clusterArn and resources.secretArn, read through the Data API',
  identity: 'endpoints, or signed: true and AWS credentials in the environment',
  roles: 'roles.publisher and roles.partner, the credentials of those two roles of the deployment',
  shop: 'only a local stack has one that can be written to, and functions that can be run by hand',
  'signing key': 'only a local stack keeps one that can be used',
  'secret of links': 'only a local stack keeps one that can be read',
} satisfies { [part: string]: string };
export type Part = keyof typeof PARTS;

/**
 * A local stack's file has all of it; a deployment's has the public parts, two members and an
 * operator.
 */
const schema = stackSchema
  .partial({ inbox: true, console: true, endpoints: true, shop: true, roles: true })
  .extend({
    resources: stackSchema.shape.resources
      .partial()
      .required({ clusterArn: true, secretArn: true })
      .optional(),
    /** Whether the AWS credentials of the environment may call fields that are open to IAM. */
    signed: z.boolean().default(false),
  });

/**
 * Reads the stack that a file describes. Parts that the file omits are `undefined`: see
 * `findReach`.
 */
export function readStackFile(file: string): Stack {
  // A test checks `canReach` first for what a deployment may lack.
  return parse(file) as Stack;
}

/** The parts of a stack that can be reached. */
export function findReach(file: string): Set<string> {
  const { endpoints, resources, roles, shop, signed } = parse(file);
  const holds = (name: string) => existsSync(join(dirname(file), name));
  const found: { [part in Part]: boolean } = {
    database: resources !== undefined,
    identity: endpoints !== undefined || signed,
    roles: roles?.partner !== undefined,
    shop: endpoints !== undefined && shop !== undefined,
    'signing key': endpoints !== undefined && holds('kms'),
    'secret of links': endpoints !== undefined && holds('secrets.json'),
  };
  return new Set(Object.keys(PARTS).filter((part) => found[part as Part]));
}

function parse(file: string): z.infer<typeof schema> {
  if (!existsSync(file)) {
    throw new Error(`${file} does not exist; expected the file that describes a running stack`);
  }
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
