// Reads one file in its own process, up to the given stage, and prints the time and memory it took.
// Arguments: the stage, the file.
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { readLines } from '../../../services/ingest/bytes/readLines.ts';
import { frameRecords } from '../../../services/ingest/read/frameRecords.ts';
import { type Layout, readLayout } from '../../../services/ingest/read/layout.ts';
import { parseRecords } from '../../../services/ingest/read/parseRecords.ts';
import { readProfiles } from '../../../services/ingest/readProfiles.ts';
import { createRowHash } from '../../../services/ingest/row/hashRow.ts';
import { parseRow } from '../../../services/ingest/row/parseRow.ts';
import type { Reading } from './runReading.ts';

const [, , how = '', file = ''] = process.argv;
const profiles = readProfiles();
const profile = profiles.find(({ name }) => name === 'shinkan');
if (!profile) throw new Error('There is no profile shinkan');
const open = () => createReadStream(file, { highWaterMark: 256 * 1024 });
const frames = () => frameRecords(readLines(open(), 'windows-31j'), profile, () => true);

async function* decode() {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true });
}

/** Counts records, including the header. */
const readings: { [how in Reading]: () => Promise<number> } = {
  async decode() {
    let breaks = 0;
    for await (const text of decode()) breaks += text.length > 0 ? 1 : 0;
    return breaks;
  },
  async csvParse() {
    let records = 0;
    const parser = parse({ relax_column_count: true });
    const fed = (async () => {
      for await (const text of decode()) {
        if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
      }
      parser.end();
    })();
    for await (const _ of parser) records += 1;
    await fed;
    return records;
  },
  async parse() {
    let records = 0;
    for await (const batch of frames()) records += parseRecords(batch, profile).length;
    return records;
  },
  async parseAndHash() {
    let records = 0;
    for await (const batch of frames()) {
      for (const { cells } of parseRecords(batch, profile)) {
        hash('sha256', (cells ?? []).join('\0'));
        records += 1;
      }
    }
    return records;
  },
  async recognize() {
    let records = 0;
    const hashRow = createRowHash(['bench']);
    for await (const batch of frames()) {
      for (const { raw } of batch) hashRow(raw);
      records += batch.length;
    }
    return records;
  },
  async wholeRows() {
    let records = 0;
    let layout: Layout | null = null;
    for await (const batch of frames()) {
      for (const record of parseRecords(batch, profile)) {
        records += 1;
        layout ??= readLayout(record, profile, profiles);
        parseRow(record, { profile, layout, baseDate: null, today: '2026-11-26' });
      }
    }
    return records;
  },
};

const begun = performance.now();
const records = await readings[how as Reading]();
console.log(
  JSON.stringify({
    records,
    seconds: (performance.now() - begun) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
