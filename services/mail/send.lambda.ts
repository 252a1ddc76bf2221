import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readDatabaseAddress, readShopAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { readMailSettings } from './config.ts';
import { putMetric } from './putMetric.ts';
import { readSenderSettings } from './sending/config.ts';
import { type SendCounts, type SendPorts, sendMails } from './sending/sendMails.ts';
import { sesMailer } from './sending/sesMailer.ts';
import { readShare } from './sending/share.ts';

const { letterhead, configurationSet } = readMailSettings();
const settings = { letterhead, ...readSenderSettings() };

const ports: SendPorts = {
  database: openDatabase(readDatabaseAddress()),
  shop: openDatabase(readShopAddress()),
  mailer: sesMailer({ from: letterhead.from, configurationSet }),
  clock: () => new Date(),
  ids: randomUUID,
  random: Math.random,
  pause,
};

/** Step of the release workflow, one for each sender. Repeated while `remaining` is above zero. */
export async function handler(event: unknown): Promise<SendCounts> {
  const counts = await sendMails(ports, settings, readShare(event));
  log.info('Mails sent', { ...counts });
  if (counts.failed > 0) putMetric('MailsGivenUp', counts.failed);
  return counts;
}
