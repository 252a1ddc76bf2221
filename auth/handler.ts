import { createHmac } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { KMSClient } from '@aws-sdk/client-kms';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { readDatabaseAddress, readShopAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { type Answer, refuse } from './answer.ts';
import { readAuthConfig } from './config.ts';
import { countPasswords } from './password/countPasswords.ts';
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
    throttle: openThrottle(database),
    // A key of its own, so that a mark cannot be compared with anything else the secret keys.
    refreshTokens: openRefreshTokens(
      database,
      createHmac('sha256', config.originSecret).update('password-mark').digest('hex'),
    ),
    signer: await openSigner(kms, config.signingKeyId),
    now: () => new Date(),
    warn: (message) => logger.warn(message),
    countPassword: (metric, format) => countPasswords(metric, format, new Date()),
  };
}
