import { z } from 'zod';

const required = z.string().min(1);

const database = z.object({
  CLUSTER_ARN: required,
  SECRET_ARN: required,
  DATABASE_NAME: required,
});

const container = database.extend({
  FEED_BUCKET: required,
  RUN_ID: required.max(100),
  FEED_KEY: required,
  PROFILE: required,
  ENCODING: z.string().default(''),
});

/** Which database the Lambda functions of this folder use. */
export function readDatabaseConfiguration(environment: NodeJS.ProcessEnv = process.env) {
  return read(database, environment);
}

/** What the container is told. */
export function readContainerConfiguration(environment: NodeJS.ProcessEnv = process.env) {
  return read(container, environment);
}

function read<S extends z.ZodType>(schema: S, environment: NodeJS.ProcessEnv): z.output<S> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The environment is not complete: ${problems.join('; ')}`);
}
