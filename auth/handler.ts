import { createHmac } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { KMSClient } from '@aws-sdk/client-kms';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { readDatabaseAddress, readShopAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { type Answer, refuse } from './answer.ts';
import { readAuthConfig } from './config.ts';
import { countRefusal } from './countRefusal.ts';
import { openKnownDevices } from './knownDevice.ts';
import type { AuthPorts } from './ports.ts';
import { openRefreshTokens } from './refreshTokens.ts';
import { readRequest } from './request.ts';
import { route } from './route.ts';
import { openSigner } from './signer.ts';
import { openThrottle } from './throttle.ts';

const logger = new Logger({ serviceName: 'auth' });
const config = readAuthConfig();
const database = openDatabase(readDatabaseAddress());
const shop = openDatabase(readShopAddress());
const kms = new KMSClient({});

let opened: Promise<AuthPorts> | undefined;

/** The sign-in endpoint behind its function URL. */
export async function handler(event: LambdaFunctionURLEvent): Promise<Answer> {
  try {
    // A signer that could not be opened is opened again with the next request.
    opened ??= openPorts().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return await route(readRequest(event), await opened);
  } catch (error) {
    logger.error('Sign-in failed', error instanceof Error ? error : new Error(String(error)));
    return refuse(503, 'temporarily_unavailable', 'Sign-in does not answer; try again shortly.');
  }
}

async function openPorts(): Promise<AuthPorts> {
  return {
    config,
    shop,
    throttle: openThrottle(database, {
      secret: keyFor('throttle'),
      perMinute: config.signInsPerMinute,
    }),
    knownDevices: openKnownDevices(keyFor('known-device')),
    refreshTokens: openRefreshTokens(database, keyFor('password-mark')),
    signer: await openSigner(kms, config.signingKeyId),
    now: () => new Date(),
    countRefusal: (reason) => countRefusal(reason, new Date()),
    warn: (message) => logger.warn(message),
  };
}

/** A key for each purpose, so that what one keys cannot be compared with anything else. */
function keyFor(purpose: string): string {
  return createHmac('sha256', config.originSecret).update(purpose).digest('hex');
}
