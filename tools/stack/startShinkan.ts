import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningStack } from '../../local/stack/stackOptions.ts';
import { startStack } from '../../local/start.ts';
import { assembly, buildAssembly } from '../build/buildAssembly.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { writeCatalogue } from '../demo/catalogue.ts';
import { ingestFile } from '../ingest/ingestFile.ts';
import { ensureEngine } from '../install/ensureEngine.ts';
import { demoMembers, demoOperator } from '../shop/members.ts';
import { prepareShop } from '../shop/prepareShop.ts';
import { serveShop } from '../shop/serveShop.ts';
import { shopDatabase, shopParameters } from '../shop/shopDatabase.ts';
import { describeShinkan } from './describeShinkan.ts';
import { keepEngine } from './keepEngine.ts';
import { openStackDatabase, readStack, type Stack } from './stack.ts';

/** The options of a start. */
export interface StartOptions {
  /** The directory of the stack's state. */
  dir: string;
  /** The first port; 0 uses free ones. */
  port: number;
  /** Starts with an empty state instead of what is in `dir`. */
  fresh: boolean;
  /** Does not load the demo catalogue, which is otherwise loaded if there are no books. */
  empty: boolean;
  /** Seconds between two runs of the release workflow; a minute when deployed. */
  tick: number;
  /** The maximum number of mails sent per second. */
  mailRate: number;
  /**
   * When members are told of what can wait for the morning, in Japanese time, such as
   * `08:00-10:00`; with equal times the window never closes.
   */
  mailWindow: string;
  /** The first of the debugging ports of handlers; none when omitted. */
  inspectFrom?: number | undefined;
  /** Aborts a start in progress. */
  signal?: AbortSignal;
  say: (line: string) => void;
}

/** A running stack and how to stop it. */
export interface RunningShinkan extends Pick<RunningStack, 'assembly' | 'inspectors' | 'reload'> {
  stack: Stack;
  stop(): Promise<void>;
}

/** Installs, builds and synthesizes what is missing, runs the template and loads the demo catalogue. */
export async function startShinkan(options: StartOptions): Promise<RunningShinkan> {
  if (!options.fresh) keepEngine(options.dir);
  await ensureEngine(options.say);
  const local = await startStack({
    assembly,
    prepareAssembly: (signal) => buildAssembly(options.say, signal),
    dir: options.dir,
    port: options.port,
    fresh: options.fresh,
    inspectFrom: options.inspectFrom,
    parameters: ({ web }) => ({
      SiteUrl: web,
      ...shopParameters,
      ShopName: '見本書店',
      MailFrom: 'shinkan@shop.example',
      ShopAddress: '〒101-0051 東京都千代田区神田神保町0-0-0 見本書店',
      ShopContact: 'https://shop.example/contact',
      OperatorMail: demoOperator.email,
      AlarmMail: demoOperator.email,
      OperatorMemberIds: String(demoOperator.id),
      PartnerAccountIds: '111122223333',
      PartnerExternalId: 'shinkan-local',
      MailRate: String(options.mailRate),
      MailWindow: options.mailWindow,
      ReleaseSchedule: `rate(${options.tick} seconds)`,
    }),
    externalDatabases: [{ ...shopDatabase, prepare: prepareShop }],
    describe: (parts) => describeShinkan(parts, { members: demoMembers, operator: demoOperator }),
    log: options.say,
  });
  const stack = readStack(options.dir);
  const shop = await serveShop(stack);
  const running = {
    stack,
    assembly: local.assembly,
    inspectors: local.inspectors,
    reload: local.reload,
    async stop() {
      shop.close();
      await local.stop();
    },
  };
  try {
    options.signal?.throwIfAborted();
    if (!options.empty) await loadCatalogue(stack, options.say);
    options.signal?.throwIfAborted();
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function loadCatalogue(stack: Stack, say: (line: string) => void): Promise<void> {
  const [row] = await openStackDatabase(stack).query('select count(*) as n from book');
  if (Number(row?.n) > 0) return;
  say('Loading the demo catalogue through the ingest workflow …');
  const folder = mkdtempSync(join(tmpdir(), 'shinkan-demo-'));
  try {
    const { name, csv } = writeCatalogue(new Date());
    const file = join(folder, name);
    writeFileSync(file, csv);
    const outcome = await ingestFile(stack, file, {
      profile: 'shinkan',
      encoding: '',
      onProgress: say,
    });
    if (outcome.state !== 'MERGED') {
      throw new StopWithMessage(
        `The demo catalogue was not merged: ${outcome.state}, ${outcome.reason}`,
      );
    }
    say(`Loading the demo catalogue: ${outcome.created} books`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
