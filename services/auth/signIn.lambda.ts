import { createHmac } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { readDatabaseAddress, readShopAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { readGraphqlAddress } from '../lib/api/config.ts';
import { signedGraphql } from '../lib/api/signedGraphql.ts';
import type { Answer } from '../lib/http/answer.ts';
import { log } from '../lib/log.ts';
import { refuse } from './answer.ts';
import { readAuthConfig } from './config.ts';
import { countMetric } from './countMetric.ts';
import { disconnectSessions } from './disconnectSessions.ts';
import { openKnownDevices } from './knownDevice.ts';
import { markSecret } from './passwordMark.ts';
import type { AuthPorts } from './ports.ts';
import { openRefreshTokens } from './refreshTokens.ts';
import { readAuthRequest } from './request.ts';
import { route } from './route.ts';
import { openSigner } from './signer.ts';
import { openThrottle } from './throttling/throttle.ts';

const config = readAuthConfig();
const database = openDatabase(readDatabaseAddress());
const shop = openDatabase(readShopAddress());
const kms = new KMSClient({});
// A sign-out waits no longer than this for the API.
const ask = signedGraphql(readGraphqlAddress(), undefined, 2_000);
/** Nor, with very many sessions, longer than this plus the last response. */
const CLOSING_MS = 3_000;

let opened: Promise<AuthPorts> | undefined;

/** The sign-in endpoint behind its function URL. */
export async function handler(event: LambdaFunctionURLEvent): Promise<Answer> {
  try {
    // A signer that failed to open is opened again with the next request.
    opened ??= openPorts().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return await route(readAuthRequest(event), await opened);
  } catch (error) {
    log.error('Sign-in failed', { error });
    return refuse(503, 'temporarily_unavailable', 'Sign-in is not available; try again shortly.');
  }
}

/**
 * Closes the live connections of sessions at once, for a few seconds. If that fails, and for the
 * rest, the next review does it.
 */
async function haveEnded(sessionIds: string[]): Promise<void> {
  const until = Date.now() + CLOSING_MS;
  const goesOn = () => Date.now() < until;
  const { failures } = await disconnectSessions(ask, sessionIds, { goesOn, lastAnswerMs: 2_500 });
  for (const error of failures) {
    log.warn('Could not close the connections of an ended session; the next review closes them', {
      error,
    });
  }
}

async function openPorts(): Promise<AuthPorts> {
  return {
    config,
    shop,
    countPassword: (metric, format) => countMetric(metric, 1, { format }),
    throttle: openThrottle(database, {
      secret: keyFor('throttle'),
      perMinute: config.signInsPerMinute,
      warn: (message) => log.warn(message),
    }),
    knownDevices: openKnownDevices(keyFor('known-device')),
    refreshTokens: openRefreshTokens(database, markSecret(config.originSecret), haveEnded),
    signer: await openSigner(kms, config.signingKeyId),
    now: () => new Date(),
    countRefusal: (reason) => countMetric('SignInsRefused', 1, { reason }),
    warn: (message) => log.warn(message),
  };
}

/** A separate key for each purpose, so that keyed values cannot be compared across purposes. */
function keyFor(purpose: string): string {
  return createHmac('sha256', config.originSecret).update(purpose).digest('hex');
}
