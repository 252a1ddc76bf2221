import { setTimeout as pause } from 'node:timers/promises';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { readConfigurationSet } from './config.ts';
import { readSendEvent } from './outbox/readSendEvent.ts';
import { settleSent } from './outbox/settleSent.ts';
import { outlast } from './outlast.ts';

const configurationSet = readConfigurationSet();
const database = openDatabase(readDatabaseAddress());
const ports = {
  clock: () => new Date(),
  pause,
};

// Lambda tries an event three times within some minutes and then drops it, so the record that a
// mail was sent would be lost. So each try survives an outage by itself; the function may run for
// 15 minutes.
const OUTAGE_MS = 12 * 60_000;

/** Handles a Send event of SES. It may arrive twice, and before or after SES's own answer. */
export async function handler(event: unknown): Promise<void> {
  const mail = readSendEvent(event, configurationSet);
  // Mails to operators have a key too, but no row in the outbox.
  if (mail === null) return;
  await outlast(ports, OUTAGE_MS, () => settleSent(database, mail, ports.clock()));
}
