import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followLogs } from '../../services/cloudwatch/followLogs.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-logs-'));
  file = join(dir, 'Fn.log');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('each line is read once, and only when it is complete', () => {
  const logs = followLogs();
  expect(logs.read(file)).toEqual([]);
  writeFileSync(file, 'one\ntwo\nthr');
  expect(logs.read(file)).toEqual(['one', 'two']);
  expect(logs.read(file)).toEqual([]);
  appendFileSync(file, 'ee\n取り込み\n');
  expect(logs.read(file)).toEqual(['three', '取り込み']);
});

test('existing lines can be skipped', () => {
  const logs = followLogs();
  writeFileSync(file, 'of an earlier start\n');
  logs.skip(file);
  appendFileSync(file, 'new\n');
  expect(logs.read(file)).toEqual(['new']);
});

test('a rotated log is read from its new beginning', () => {
  const logs = followLogs();
  writeFileSync(file, 'a long line of before\n');
  logs.read(file);
  truncateSync(file);
  appendFileSync(file, 'new\n');
  expect(logs.read(file)).toEqual(['new']);
});
