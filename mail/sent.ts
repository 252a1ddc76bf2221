import { z } from 'zod';
import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { readSendEvent } from './readSendEvent.ts';
import { settleSent } from './settleSent.ts';

const { CONFIGURATION_SET } = z.object({ CONFIGURATION_SET: z.string().min(1) }).parse(process.env);
const database = openDatabase(readDatabaseAddress());

/** Called by each Send event of SES. It may come twice, and before or after SES's own answer. */
export async function handler(event: unknown): Promise<void> {
  const mail = readSendEvent(event, CONFIGURATION_SET);
  // Mails to operators have a key too, of which the outbox has no row.
  if (mail !== null) await settleSent(database, mail, new Date());
}
