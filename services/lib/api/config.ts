import { z } from 'zod';

const settings = z.object({ GRAPHQL_URL: z.url(), AWS_REGION: z.string().min(1) });

/** Where the API is. */
export interface GraphqlAddress {
  url: URL;
  region: string;
}

/** The API's address, from the environment. A missing variable is an error that names it. */
export function readGraphqlAddress(environment: NodeJS.ProcessEnv = process.env): GraphqlAddress {
  const read = settings.parse(environment);
  return { url: new URL(read.GRAPHQL_URL), region: read.AWS_REGION };
}
