import { CannotStart } from '../../local/lib/cannotStart.ts';
import { findEngine } from '../../local/services/database/engine.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { fetchMysql } from './fetchMysql.ts';
import { installPackages } from './installPackages.ts';

/**
 * Makes sure that this machine has the engine that SHINKAN_ENGINE names, MariaDB by default:
 * fetches MySQL and installs MariaDB where that is possible.
 * @throws {StopWithMessage} that says what was in the way.
 */
export async function ensureEngine(say: (line: string) => void): Promise<void> {
  try {
    findEngine();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    if (process.env.SHINKAN_ENGINE === 'mysql') {
      const obstacle = await fetchMysql(say);
      if (obstacle !== undefined)
        throw new StopWithMessage(`MySQL cannot be fetched: ${obstacle}.`);
    } else {
      installPackages('MariaDB', ['mariadb-server']);
    }
    findEngine();
  }
}
