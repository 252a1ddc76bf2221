import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Contributor } from '../../../../services/ingest/book/contributors.ts';
import type { SeriesStatement } from '../../../../services/ingest/book/series.ts';
import { RefusedFile } from '../../../../services/ingest/refusedFile.ts';
import { INVENTED_WEEK, REAL_WEEKS, readOracle, trcFile } from '../../../support/trcWeeks.ts';
import { stageBytes as stage } from './stageBytes.ts';

const header =
  '更新区分,レコードID,ISBN,書名,著者,出版社,発売予定日,本体価格,内容紹介,解禁日,更新日時';
const time = '2027-01-05T05:00:00+09:00';
const good = `新規,K-1,978-4-9999990-0-2,灯台守の算術,汐見透子|著|,架空書房,2027年3月中旬,1600,,,${time}`;

async function refusal(...given: Parameters<typeof stage>): Promise<string> {
  try {
    await stage(...given);
  } catch (error) {
    if (error instanceof RefusedFile) {
      // Every refusal is in both languages.
      expect(error.message).toMatch(/[ぁ-んァ-ヶ].* \/ .*[a-z]/s);
      return error.code;
    }
    throw error;
  }
  return 'not refused';
}

describe('stageFile with a file of our own contract', () => {
  it('stageFile stages each row with its action', async () => {
    const { report, staged } = await stage(
      `${header}\n${good}\n削除,K-2,,,,,,,,,${time}\n新規,K-3,,秘密,,架空書房,未定,,,2027-01-06,${time}\n`,
    );
    expect(report).toMatchObject({ records: 3, rejected: 0, baseDate: '2027-01-05' });
    expect(staged.map(({ action, book_id }) => [action, book_id])).toEqual([
      ['UPSERT', 'isbn-9784999999002'],
      ['CANCEL', 'shinkan-K-2'],
      ['HOLD', 'shinkan-K-3'],
    ]);
    expect(staged[0]).toMatchObject({
      title: '灯台守の算術',
      price: 1600,
      release_earliest: '2027-03-11',
      release_latest: '2027-03-20',
      release_precision: 'THIRD',
      release_order: '2027031120270320',
      source_updated_at: '2027-01-04 20:00:00.000000',
    });
  });

  it('stageFile rejects only the bad rows, and says where and why', async () => {
    const bad: [string, string, string | null][] = [
      ['新規,B,9784999999003,題,,架空書房,2027年3月,,,,T', 'isbn-check-digit', 'ISBN'],
      ['新規,B,,題,,架空書房,2027-02-30,,,,T', 'impossible-date', '発売予定日'],
      ['新規,B,,題,,架空書房,46095,,,,T', 'excel-serial', '発売予定日'],
      ['新規,B,,題,,架空書房,,,,,T', 'missing-value', '発売予定日'],
      ['新規,B,,,,架空書房,2027年3月,,,,T', 'missing-value', '書名'],
      ['新規,,,題,,架空書房,2027年3月,,,,T', 'missing-value', 'レコードID'],
      ['新規,B,,題,,架空書房,2027年3月,-1,,,T', 'price-form', '本体価格'],
      ['新規,B,,題,|著|,架空書房,2027年3月,,,,T', 'people-form', '著者'],
      ['新規,B,,題,,架空書房,2027年3月,,,2027/1/6,T', 'day-form', '解禁日'],
      ['新規,B,,題,,架空書房,2027年3月,,,,2027-01-05', 'instant-form', '更新日時'],
      ['新刊,B,,題,,架空書房,2027年3月,,,,T', 'unknown-choice', '更新区分'],
      ['新規,B,,題\u202e,,架空書房,2027年3月,,,,T', 'control-character', '書名'],
      [`新規,B,,${'題'.repeat(501)},,架空書房,2027年3月,,,,T`, 'too-long', '書名'],
      ['新規,B,,題,,架空書房,2027年3月,,,T', 'cell-count', null],
      ['新規,B,,題"題",,架空書房,2027年3月,,,,T', 'stray-quote', null],
      ['新規,B,,"題,,架空書房,2027年3月,,,,T', 'quote-not-closed', null],
    ];
    const lines = bad.flatMap(([line]) => [line.replace(/T$/, time), good]);
    const { report, staged, rejects } = await stage(`${header}\r\n${lines.join('\r\n')}\r\n`);
    expect(report).toMatchObject({ records: bad.length * 2, rejected: bad.length });
    expect(
      rejects.map(({ reason_code, column_name, line }) => [reason_code, column_name, line]),
    ).toEqual(bad.map(([, code, column], index) => [code, column, index * 2 + 2]));
    expect(staged.filter(({ action }) => action === 'UPSERT')).toHaveLength(bad.length);
    for (const { reason, line, raw_row } of rejects) {
      expect(reason).toContain(`${line}行目`);
      expect(reason).toContain(`line ${line}`);
      expect(lines.map((text) => text)).toContain(raw_row);
    }
  });

  it('stageFile reports repairs, with an example of each kind, and unknown words', async () => {
    const row = (record: string, isbn: string, people: string) =>
      `新規,${record},${isbn},題,${people},架空書房,2027年3月,,,,${time}`;
    const { report } = await stage(
      `${header.replace('内容紹介', '棚番')}\n${row('A', '439023483', '汐見|飾り付け|')}\n${row('B', '４-9999990-0-5', '')}\n${row('C', '978-4-9999990-0-2', '')}\n`,
    );
    expect(report.notes).toEqual({
      header: header.replace('内容紹介', '棚番'),
      unknownColumns: ['棚番'],
      mendings: [
        {
          kind: 'leading-zeros',
          count: 1,
          examples: [{ line: 2, column: 'ISBN', seen: '439023483', became: '9780439023481' }],
        },
        {
          kind: 'ten-digits',
          count: 2,
          examples: [
            { line: 2, column: 'ISBN', seen: '439023483', became: '9780439023481' },
            { line: 3, column: 'ISBN', seen: '４-9999990-0-5', became: '9784999999002' },
          ],
        },
        {
          kind: 'width',
          count: 1,
          examples: [{ line: 3, column: 'ISBN', seen: '４-9999990-0-5', became: '9784999999002' }],
        },
      ],
      unknownRoles: [{ word: '飾り付け', count: 1 }],
      encodingDoubt: null,
    });
  });

  it('stageFile doubts an encoding that fits worse than another, but uses it as declared', async () => {
    const text = Buffer.from(`\t書${'\t'.repeat(16)}\n`);
    const { report } = await stage(text, { profile: 'trc', encoding: 'windows-31j' });
    expect(report).toMatchObject({ records: 1, notes: { encodingDoubt: 'utf-8' } });
  });

  it('stageFile stores which record a rejected row was about', async () => {
    const { staged } = await stage(
      `${header}\n変更,K-9,,題,,架空書房,2027年13月,,,,${time}\n${good}\n`,
    );
    expect(staged[0]).toMatchObject({ action: 'SEEN', record_key: 'K-9', record_no: 1 });
  });

  it('stageFile accepts line breaks in a description and nowhere else', async () => {
    const { staged, rejects } = await stage(
      `${header}\n新規,K-1,,題,,架空書房,2027年3月,,"一行目\r\n二行目",,${time}\n新規,K-2,,"題\n題",,架空書房,2027年3月,,,,${time}\n${good}\n`,
    );
    expect(staged[0]).toMatchObject({ description: '一行目\n二行目' });
    expect(rejects.map(({ line, reason_code }) => [line, reason_code])).toEqual([
      [4, 'quote-not-closed'],
      [5, 'quote-not-closed'],
    ]);
    expect(staged).toHaveLength(2);
  });

  it('stageFile accepts columns in any order, and reports unknown ones', async () => {
    const { report } = await stage(
      `更新日時,出版社,発売予定日,書名,取次コード,レコードID,更新区分\n${time},架空書房,2027年3月,題,99,K-1,新規\n`,
    );
    expect(report).toMatchObject({
      records: 1,
      rejected: 0,
      notes: { unknownColumns: ['取次コード'] },
    });
  });

  it('stageFile reads the same from windows-31j, with one hash for both kinds of wave dash', async () => {
    // 新規,K-1,題～,架,2027年3月 in windows-31j; 〜 and ～ share one code there.
    const encoded = encode31j(
      `更新区分,レコードID,書名,出版社,発売予定日,更新日時\n新規,K-1,海～空,架空書房,2027年3月,${time}\n`,
    );
    const old = await stage(encoded, { encoding: 'cp932' });
    const now = await stage(
      `更新区分,レコードID,書名,出版社,発売予定日,更新日時\n新規,K-1,海〜空,架空書房,2027年3月,${time}\n`,
    );
    expect(old.staged[0]?.title).toBe('海～空');
    expect(old.staged[0]?.content_hash).toBe(now.staged[0]?.content_hash);
  });

  it('stageFile hashes the content of a row independently of its run', async () => {
    const first = await stage(`${header}\n${good}\n`);
    const again = await stage(`${header}\n${good}\n`, {
      fileKey: 'incoming/shinkan_20270106_full_001.csv',
    });
    const moved = await stage(`${header}\n${good.replace('中旬', '下旬')}\n`);
    expect(again.staged[0]?.content_hash).toBe(first.staged[0]?.content_hash);
    expect(moved.staged[0]?.content_hash).not.toBe(first.staged[0]?.content_hash);
  });

  it('stageFile counts 来月 from the date in the file’s name, and rejects it without one', async () => {
    const row = `${header}\n新規,K-1,,題,,架空書房,来月,,,,${time}\n`;
    expect((await stage(row)).staged[0]).toMatchObject({ release_earliest: '2027-02-01' });
    expect((await stage(row, { fileKey: 'incoming/latest.csv' })).rejects[0]).toMatchObject({
      reason_code: 'no-base-date',
    });
  });
});

describe('a refused file', () => {
  it.each([
    ['when a required column is missing', 'レコードID,書名\nK,題\n', {}, 'missing-column'],
    ['when a column stands twice', `${header},書名\n${good},題\n`, {}, 'doubled-column'],
    ['when its header has an open quotation mark', `"${header}\n${good}\n`, {}, 'broken-header'],
    ['when it holds NUL', `${header}\n${good}\0\n`, {}, 'nul-byte'],
    ['when it has another form', 'a\tb\tc\n1\t2\t3\n', {}, 'wrong-profile'],
    ['when it is given as trc', `${header}\n${good}\n`, { profile: 'trc' }, 'wrong-profile'],
    ['when nobody knows the profile', good, { profile: 'other' }, 'unknown-profile'],
    ['when nobody knows the encoding', good, { encoding: 'ebcdic' }, 'unknown-encoding'],
    [
      'when it is UTF-8 and should not be',
      `${header}\n${good}\n`,
      { encoding: 'cp932' },
      'wrong-encoding',
    ],
  ])('%s', async (_, text, options, code) => {
    expect(await refusal(text, options)).toBe(code);
  });

  it('stageFile refuses UTF-16 that is not declared', async () => {
    expect(await refusal(Buffer.from(`\ufeff${header}\n`, 'utf16le'))).toBe('wrong-encoding');
  });

  it('stageFile refuses windows-31j that is not declared', async () => {
    expect(await refusal(encode31j(`更新区分,レコードID,書名\n`))).toBe('wrong-encoding');
  });

  it('stageFile refuses a file that ends within a character', async () => {
    const bytes = new TextEncoder().encode(`${header}\n${good}\n新規,題`).subarray(0, -1);
    expect(await refusal(bytes)).toBe('wrong-encoding');
  });
});

describe('stageFile with a weekly file of TRC', () => {
  it.for([INVENTED_WEEK, ...REAL_WEEKS])(
    'stageFile reads the rows of %s as in its JSON',
    async (week, context) => {
      const file = trcFile(week, context);
      const { report, staged, rejects } = await stage(readFileSync(file), {
        profile: 'trc',
        fileKey: `incoming/${basename(file)}`,
      });
      const oracle = readOracle(file);
      expect(oracle.length).toBeGreaterThan(30);
      expect(rejects).toEqual([]);
      expect(report.records).toBe(oracle.length);
      expect(staged.map(asTrcRow)).toEqual(oracle.map(fromOracle));
      expect(new Set(staged.map(({ book_id }) => book_id)).size).toBe(oracle.length);
    },
  );

  it('stageFile accepts a header and requires every line to be terminated', async () => {
    const cells = ['', '題', ...Array(16).fill('')];
    cells[8] = '2027.1';
    const names = ['ISBN', ...Array(17).fill('x')];
    const { report, rejects } = await stage(
      `${names.join('\t')}\r\n${cells.join('\t')}\r\n${cells.join('\t')}`,
      { profile: 'trc', fileKey: 'incoming/TRCOpenBibData_20270105.txt' },
    );
    expect(report).toMatchObject({ records: 2, rejected: 1 });
    expect(rejects[0]).toMatchObject({ reason_code: 'unterminated', line: 3 });
  });
});

function asTrcRow(row: { [column: string]: unknown }) {
  const people = row.contributors as Contributor[];
  const series = row.series as SeriesStatement[];
  return {
    isbn: row.isbn,
    title: row.title,
    subtitle: row.subtitle,
    edition: row.edition,
    publisher: row.publisher,
    seller: row.seller,
    date: row.release_text,
    pages: row.pages,
    form: row.form,
    volume: row.volume,
    price: row.price,
    setPrice: row.set_price,
    people: people.map((one: { name: string; roleText: string | null }) =>
      one.roleText === null ? one.name : `${one.name} ${one.roleText}`,
    ),
    series: series.map((one: { name: string; number: string | null }) =>
      one.number === null ? one.name : `${one.name} ${one.number}`,
    ),
  };
}

function fromOracle(row: ReturnType<typeof readOracle>[number]) {
  const yen = (text: string | null | undefined) => (text ? Number(text.replace(/^.*¥/, '')) : null);
  const present = (...cells: (string | null | undefined)[]) => cells.filter((cell) => cell);
  return {
    isbn: row.isbn?.replaceAll('-', '') ?? null,
    title: row.title,
    subtitle: row.subtitle,
    edition: row.edition,
    publisher: row.publisher,
    seller: row.publisher2,
    date: row.publishing_date,
    pages: row.page,
    form: row.size,
    volume: row.volume_title,
    price: yen(row.price),
    setPrice: yen(row.set_price),
    people: present(row.author, row.author2),
    series: present(row.series, row.series2, row.series3),
  };
}

/** Encodes by searching the decoder: slow, but needs no table. */
function encode31j(text: string): Uint8Array {
  const decoder = new TextDecoder('shift_jis');
  const bytes: number[] = [];
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(codes.get(character) ?? []));
  }
  return Uint8Array.from(bytes);
}
