import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/aws-differences.md'), 'utf8');

/** The rows of the tables of four columns, each with the heading above it. */
const rows = readRows();

describe('the list of differences from AWS', () => {
  it('the list of differences from AWS is found', () => expect(rows.length).toBeGreaterThan(150));

  it('the list of differences from AWS gives each row a status that it defines', () => {
    const statuses = [...(text.split('\n## ')[0] ?? '').matchAll(/^\| ([a-z–]+) \|/gm)].map(
      ([, status]) => status,
    );
    expect(statuses).toContain('recalled');
    expect(rows.filter(({ status }) => !statuses.includes(status))).toEqual([]);
  });

  it('the list of differences from AWS has no two rows with the same name', () => {
    const names = rows.map(({ heading, what }) => `${heading}: ${what}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('the list of differences from AWS states the local behaviour in each row', () => {
    expect(rows.filter(({ here }) => here === '')).toEqual([]);
  });

  it('the list of differences from AWS covers every service', () => {
    const services = readdirSync(join(root, 'local/services')).filter(
      (name) => name !== 'protocol',
    );
    expect(services.filter((name) => !text.includes(`local/services/${name}/`))).toEqual([]);
  });
});

function readRows() {
  let heading = '';
  return text.split('\n').flatMap((line) => {
    heading = /^##+ (.*)/.exec(line)?.[1] ?? heading;
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (cells.length !== 6 || /^(What$|-)/.test(cells[1] ?? '')) return [];
    const [, what = '', , here = '', status = ''] = cells;
    return [{ heading, what, here, status }];
  });
}
