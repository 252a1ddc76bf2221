import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Resource } from '../../lib/resource.ts';
import { type Listening, listen } from '../protocol/listen.ts';
import { readBody } from '../protocol/readBody.ts';
import { answerViewer } from './answerViewer.ts';
import { type OriginSources, openOrigins } from './origins.ts';
import { readDistribution } from './readDistribution.ts';
import { readViewerRequest } from './viewerRequest.ts';

export interface CloudFrontOptions extends OriginSources {
  /** All resources of the assembly. */
  resources: Resource[];
  port: number;
  log: (line: string) => void;
}

/** The largest request that a function URL accepts. */
const largestRequest = 6 * 1024 * 1024;

/**
 * Serves the template's distribution over plain HTTP; returns undefined if the template has none.
 */
export async function startCloudFront(options: CloudFrontOptions): Promise<Listening | undefined> {
  const distribution = readDistribution(options.resources);
  if (distribution === undefined) return undefined;
  const origins = openOrigins(distribution, options);
  return listen(options.port, answer, options.log, { anySite: true });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const viewer = readViewerRequest(request, await readBody(request, largestRequest));
    const host = request.headers.host ?? '';
    // distribution is defined here: the server only exists if it is.
    const answer = await answerViewer(
      viewer,
      distribution as NonNullable<typeof distribution>,
      origins,
      host,
    );
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    if (answer.cookies.length > 0) response.setHeader('set-cookie', answer.cookies);
    response.statusCode = answer.status;
    if (answer.status !== 304) response.setHeader('content-length', answer.body.length);
    response.end(viewer.method === 'HEAD' ? undefined : answer.body);
  }
}
