import type { Database } from '../../db/database.ts';
import type { AuthConfig } from './config.ts';
import type { PasswordMetric } from './countMetric.ts';
import type { KnownDevices } from './knownDevice.ts';
import type { RefreshTokens } from './refreshTokens.ts';
import type { Signer } from './signer.ts';
import type { Limit } from './throttling/admission.ts';
import type { Throttle } from './throttling/throttle.ts';

/** Why a sign-in was refused: wrong login or password, or a limit. */
type Refusal = 'password' | Limit;

/** Everything that sign-in reaches outside itself. */
export interface AuthPorts {
  config: AuthConfig;
  shop: Database;
  throttle: Throttle;
  knownDevices: KnownDevices;
  refreshTokens: RefreshTokens;
  signer: Signer;
  now(): Date;
  /** Counts a refused sign-in for the operators' alarm. */
  countRefusal(reason: Refusal): void;
  /** Logs something that operators should look at. Never given a login, password or token. */
  warn(message: string): void;
  /** Counts a stored password for operators by the name of its format. */
  countPassword(metric: PasswordMetric, format: string): void;
}
