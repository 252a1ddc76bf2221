import { randomUUID } from 'node:crypto';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { readMailSettings } from './config.ts';
import { readExecution } from './operators/execution.ts';
import { operatorAddresses } from './operators/operatorAddresses.ts';
import { type TellPorts, type Told, tellOperators } from './operators/tellOperators.ts';
import { sesMailer } from './sending/sesMailer.ts';

const { letterhead, configurationSet } = readMailSettings();
const addresses = operatorAddresses();

const ports: TellPorts = {
  database: openDatabase(readDatabaseAddress()),
  mailer: sesMailer({ from: letterhead.from, configurationSet }),
  clock: () => new Date(),
  ids: randomUUID,
};

/**
 * Step of the ingest workflow before it ends held or refused, and target of the rule for ended
 * executions: mails operators once if there is anything to report.
 */
export async function handler(event: unknown): Promise<Told> {
  const execution = readExecution(event);
  const told = await tellOperators(ports, letterhead, addresses, execution);
  log.info('Operators notified', { execution: execution.name, ...told });
  return told;
}
