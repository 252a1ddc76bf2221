import { z } from 'zod';

const settings = z.object({ GRAPHQL_URL: z.url(), AWS_REGION: z.string().min(1) });

/** The address of the API. */
export interface GraphqlAddress {
  url: URL;
  region: string;
}

/** Reads the API's address from the environment. Throws an error that names a missing variable. */
export function readGraphqlAddress(environment: NodeJS.ProcessEnv = process.env): GraphqlAddress {
  const read = settings.parse(environment);
  return { url: new URL(read.GRAPHQL_URL), region: read.AWS_REGION };
}
