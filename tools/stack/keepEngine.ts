import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf } from '../../local/services/database/startDatabaseServer.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

/**
 * Lets the stack whose state is in `dir` go on with the engine that has its data.
 * @throws {StopWithMessage} if another one is wanted.
 */
export function keepEngine(dir: string): void {
  const wanted = process.env.SHINKAN_ENGINE;
  const kept = (['mysql', 'mariadb'] as const).find((name) =>
    existsSync(join(homeOf(dir, name), 'data')),
  );
  if (kept === undefined) return;
  if (wanted && wanted !== kept)
    throw new StopWithMessage(
      `The data in ${dir} are in ${kept}; expected ${wanted}. Start with --engine ${kept}, or with --fresh from an empty state.`,
    );
  process.env.SHINKAN_ENGINE = kept;
}
