import PostalMime from 'postal-mime';
import { describe, expect, it, test } from 'vitest';
import { composeNotice } from '../../../../../services/mail/operators/composeNotice.ts';
import type { Notice } from '../../../../../services/mail/operators/notice.ts';
import { aRun, ended } from './notices.ts';

const letterhead = {
  from: 'shinkan@shop.example',
  shopName: 'はなみずき書店',
  siteUrl: 'https://shinkan.example',
  postalAddress: '東京都千代田区神田神保町0-0-0',
  contact: '03-0000-0000',
};

const compose = (notice: Notice) =>
  composeNotice({
    letterhead,
    mailKey: 'a-key',
    to: 'tencho@shop.example',
    notice,
    date: new Date('2026-11-26T00:00:00Z'),
  });

async function read(more: Partial<Notice> = {}) {
  const mail = await PostalMime.parse(
    await compose({ kind: 'HELD', execution: ended(), run: aRun(), ...more }),
  );
  return { subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '', mail };
}

/** Splits the text into its Japanese and its English half. */
const halves = (text: string) => text.split('―'.repeat(20));

describe('the notice of a held run', () => {
  it('the notice of a held run is in Japanese and English, with its reason and its account', async () => {
    const { subject, text, mail } = await read();
    expect(subject).toBe('【新刊】取り込みが確認待ちです: shinkan_20261126_full_001.csv');
    expect(mail.from).toEqual({ name: 'はなみずき書店', address: 'shinkan@shop.example' });
    const [japanese, english] = halves(text);
    expect(japanese).toContain('取り込みを止めて、確認をお待ちしています。');
    expect(japanese).toContain('内訳: 100件 = 新規0 + 変更0 + 変更なし0 + 保留90 + 除外10');
    expect(japanese).toContain('開始: 2026-11-26 06:00:00 JST');
    expect(english).toContain('An ingest run is held and waits for your decision.');
    expect(english).toContain(
      'records 100 = created 0 + changed 0 + unchanged 0 + held 90 + rejected 10',
    );
    for (const half of [japanese, english]) {
      expect(half).toContain('shinkan_20261126_full_001.csv');
      expect(half).toContain('100行のうち10行が読めませんでした');
      expect(half).toContain('10 of 100 rows were rejected; the limit is 5 %');
    }
  });

  it('the notice of a held run says what a merge would do, and how many subscriptions it affects', async () => {
    const { text, html } = await read();
    const [japanese, english] = halves(text);
    expect(japanese).toContain('100件 = 新規4 + 変更3 + 変更なし83 + 保留0 + 除外10');
    expect(japanese).toContain('発売中止 2件(お知らせを待つ登録 120件)');
    expect(japanese).toContain('・灯台守の算術 (shinkan-D-16)');
    expect(japanese).toContain('・shinkan-D-17');
    expect(japanese).toContain('・霧の駅 0 (shinkan-M-0) 2026年12月上旬 → 2027年1月');
    expect(japanese).not.toContain('霧の駅 5');
    expect(japanese).toContain('・ほか7件');
    expect(japanese).toContain('未確認になる本 2件');
    expect(english).toContain('cancelled: 2, of interest to 120 subscriptions');
    expect(english).toContain('and 7 more');
    expect(html).toContain('<li>霧の駅 0 (shinkan-M-0) 2026年12月上旬 → 2027年1月</li>');
  });

  it('the notice of a held run lists every way to decide on it', async () => {
    const { text, html } = await read();
    for (const half of halves(text)) {
      for (const word of ['approve', 'discard', 'show', 'rejects']) {
        expect(half).toContain(`npm run ingest -- ${word} run-1`);
      }
      expect(half).toContain('mutation { approveIngestRun(id: "run-1") { id state } }');
      expect(half).toContain('mutation { discardIngestRun(id: "run-1") { id state } }');
    }
    expect(text).toContain(
      `aws stepfunctions start-execution --state-machine-arn arn:aws:states:ap-northeast-1:000000000000:stateMachine:Ingest --input '{"approve":"run-1","by":"YOUR NAME"}'`,
    );
    expect(html).toContain('npm run ingest -- approve run-1</code>');
  });

  it('the notice of a held run works without a preview', async () => {
    const { text } = await read({ run: aRun({ preview: null }) });
    expect(text).toContain('反映した場合の見込みは残っていません。');
    expect(text).toContain('No preview of a merge is kept.');
  });
});

test('the notice of a refused file has the reason and how to send it again', async () => {
  const { subject, text } = await read({
    kind: 'REFUSED',
    execution: ended({ status: 'FAILED', error: 'IngestRefused', cause: 'x', encoding: 'utf-8' }),
    run: aRun({
      state: 'REFUSED',
      reason: 'ファイルが空です。 / The file is empty.',
      preview: null,
    }),
  });
  expect(subject).toBe('【新刊】取り込みできませんでした: shinkan_20261126_full_001.csv');
  const [japanese, english] = halves(text);
  expect(japanese).toContain('ファイルを取り込めませんでした。');
  expect(japanese).toContain('正しいファイルを取り込み用の置き場所(S3)に置き、もう一度始める');
  expect(english).toContain('The catalogue is unchanged.');
  expect(text).toContain('ファイルが空です。 / The file is empty.');
  expect(text).toContain(
    `--input '{"profile":"shinkan","key":"incoming/shinkan_20261126_full_001.csv","encoding":"utf-8"}'`,
  );
  expect(text).not.toContain('approve');
  expect(text).not.toContain('見込み');
});

describe('the notice of a failed run', () => {
  const cause = JSON.stringify({ errorType: 'E', errorMessage: 'The table is gone', trace: [] });
  const failed = ended({ status: 'FAILED', error: 'DatabaseErrorException', cause });

  it('the notice of a failed run has the error, its cause and where to look', async () => {
    const { subject, text } = await read({ kind: 'FAILED', execution: failed });
    expect(subject).toBe('【新刊】取り込みが失敗しました: shinkan_20261126_full_001.csv');
    expect(text).toContain('エラー: DatabaseErrorException');
    expect(text).toContain('Cause: The table is gone');
    expect(text).toContain(`--execution-arn ${failed.arn}`);
    expect(text).toContain('docs/runbook.md の「An ingest run failed」');
    expect(text).not.toContain('100行のうち10行');
  });

  it('the notice of a failure works without a run and without known input', async () => {
    const execution = ended({ ...failed, fileKey: null, profile: null });
    const { subject, text } = await read({ kind: 'FAILED', execution, run: null });
    expect(subject).toBe('【新刊】取り込みが失敗しました: run-1');
    expect(text).toContain('Run: run-1');
  });

  it('the notice of a failed run uses plain words', async () => {
    const [japanese] = halves((await read({ kind: 'FAILED', execution: failed })).text);
    expect(japanese).toContain(
      '反映は、すべて済んでいるか、まったく行われていないかのどちらかです。途中で止まった状態にはなりません。',
    );
    expect(japanese).toContain('取り込み番号: run-1');
    expect(japanese).toContain('どの段階で失敗したかを見る');
    expect(japanese).toContain('システムの設定(OperatorMail)');
  });

  it.each([
    ['TIMED_OUT', '【新刊】取り込みが時間切れになりました', 'did not end in time'],
    ['ABORTED', '【新刊】取り込みが中止されました', 'was aborted'],
  ] as const)(
    'the notice of a failed run names how its execution ended: %s',
    async (status, subject, words) => {
      const told = await read({ kind: status, execution: ended({ status }) });
      expect(told.subject).toContain(subject);
      expect(told.text).toContain(words);
    },
  );

  it('the notice of a failed run shortens a long cause', async () => {
    const execution = ended({ ...failed, cause: `begin${'x'.repeat(32_000)}end` });
    const { text } = await read({ kind: 'FAILED', execution });
    expect(text.length).toBeLessThan(6_000);
    expect(text).toMatch(/Cause: begin.*…x+end$/m);
  });
});

describe('the notice of a failed container', () => {
  const task = {
    Attachments: [
      {
        Details: [
          { Name: 'subnetId', Value: 'subnet-0a1b2c3d' },
          { Name: 'networkInterfaceId', Value: 'eni-0a1b2c3d' },
          { Name: 'privateIPv4Address', Value: '10.0.1.23' },
        ],
        Id: 'a-1',
        Status: 'DELETED',
        Type: 'eni',
      },
    ],
    Containers: [
      {
        ContainerArn: 'arn:aws:ecs:ap-northeast-1:000000000000:container/c/t/1',
        ExitCode: 137,
        LastStatus: 'STOPPED',
        Name: 'Staging',
        Reason: 'OutOfMemoryError: Container killed due to "memory" usage',
      },
    ],
    StopCode: 'EssentialContainerExited',
    StoppedReason: 'Essential container in task exited',
    TaskArn: 'arn:aws:ecs:ap-northeast-1:000000000000:task/c/t',
  };
  const causeOf = async (cause: string) => {
    const execution = ended({ status: 'FAILED', error: 'States.TaskFailed', cause });
    const { text } = await read({ kind: 'FAILED', execution, run: null });
    return /^原因: (.*)$/m.exec(text)?.[1];
  };

  it('the notice of a failed container says why it stopped and how it ended, without its network', async () => {
    const readable =
      'Essential container in task exited; ExitCode 137; OutOfMemoryError: Container killed due to "memory" usage';
    expect(await causeOf(JSON.stringify(task))).toBe(readable);
    // Truncated, as Step Functions does with a long one.
    expect(await causeOf(JSON.stringify(task).slice(0, -30))).toBe(readable);
  });

  it.each([
    ['a task that could not be placed', '{"Failures":[{"Reason":"RESOURCE:ENI"}]}', 'RESOURCE:ENI'],
    ['other JSON', '{"seen":1}', '{"seen":1}'],
    ['a message that is no JSON text', '{"errorMessage":"\\q"}', '{"errorMessage":"\\q"}'],
    ['a text', 'No "Reason": "is" told', 'No "Reason": "is" told'],
  ])(
    'the notice of a failed container shows other causes unchanged: %s',
    async (_, cause, told) => {
      expect(await causeOf(cause)).toBe(told);
    },
  );
});

describe('the notice of a failed dry run', () => {
  const execution = ended({ status: 'FAILED', error: 'E', encoding: 'utf-8', isDryRun: true });

  it.each([
    ['FAILED', null],
    ['REFUSED', aRun({ state: 'REFUSED', preview: null })],
  ] as const)(
    'the notice of a failed dry run says so and restarts it as a dry run: %s',
    async (kind, run) => {
      const { subject, text } = await read({ kind, execution, run });
      expect(subject).toContain('(お試し): shinkan_20261126_full_001.csv');
      const [japanese, english] = halves(text);
      expect(japanese).toContain('お試し(dry run)です。カタログは変わっていません。');
      expect(english).toContain('This is a dry run. The catalogue is unchanged.');
      for (const half of [japanese, english]) {
        expect(half).toContain('"encoding":"utf-8","dryRun":true}');
      }
    },
  );
});

test('the notice of a dry run that was left held offers to discard but not to approve it', async () => {
  const { text } = await read({
    kind: 'FAILED',
    execution: ended({ status: 'FAILED', error: 'E', isDryRun: true }),
  });
  for (const half of halves(text)) {
    expect(half).toContain('npm run ingest -- discard run-1');
    expect(half).toContain('"dryRun":true}');
    expect(half).not.toContain('approve');
  }
});

describe('the notice of a failed decision while its run is held', () => {
  const decision = { status: 'FAILED', name: 'decide-1', runId: 'run-1', fileKey: null } as const;

  it('the notice of a failed decision says that the run still waits, and how to decide again', async () => {
    const execution = ended({ ...decision, error: 'ForbiddenException', cause: 'x' });
    const { text } = await read({ kind: 'FAILED', execution });
    const [japanese, english] = halves(text);
    expect(japanese).toContain('まだ確認待ちです。');
    expect(english).toContain('The run is still held');
    for (const half of [japanese, english]) {
      for (const word of ['approve', 'discard', 'show']) {
        expect(half).toContain(`npm run ingest -- ${word} run-1`);
      }
    }
  });

  it('the notice of a failed decision offers no approval of an overtaken run', async () => {
    const execution = ended({ ...decision, error: 'IngestRunOvertaken', cause: 'x' });
    const { text } = await read({ kind: 'FAILED', execution });
    const [japanese, english] = halves(text);
    expect(japanese).toContain('まだ確認待ちです');
    expect(japanese).toContain('ファイルを取り込み用の置き場所(S3)に置き直し');
    expect(english).toContain('Discard it and deliver the file again.');
    for (const half of [japanese, english]) {
      expect(half).toContain('npm run ingest -- discard run-1');
      expect(half).toContain('"key":"incoming/shinkan_20261126_full_001.csv"');
      expect(half).not.toMatch(/approve(IngestRun| run-1|":)/);
    }
  });
});

describe('foreign text in a notice', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&';

  it('foreign text stays text in the HTML, wherever it appears', async () => {
    const preview = aRun().preview;
    const examples = [
      { bookId: hostile, title: hostile, change: { from: { text: hostile }, to: null } },
    ];
    const events = [{ kind: hostile, count: 1, subscriptions: 0, examples }];
    const { html, text } = await read({
      run: aRun({
        fileKey: `incoming/${hostile}.csv`,
        profile: hostile,
        reason: hostile,
        preview: preview && { ...preview, events },
      }),
    });
    expect(html).not.toContain('<img');
    expect(
      html.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)?.length,
    ).toBeGreaterThan(8);
    expect(text).toContain(hostile);
  });

  it('foreign text of a failed run stays text in the HTML', async () => {
    const execution = ended({ status: 'FAILED', error: hostile, cause: hostile });
    const { html } = await read({ kind: 'FAILED', execution, run: null });
    expect(html).not.toContain('<img');
  });

  it('foreign text ends no header and no line, and does not change the writing direction', async () => {
    const name = 'a.csv\r\nBcc: evil@example.org\r\n\r\n\u202efdp';
    const raw = await compose({
      kind: 'HELD',
      execution: ended(),
      run: aRun({ fileKey: `incoming/${name}`, reason: 'line\nFrom: evil' }),
    });
    const { subject, bcc, text } = await PostalMime.parse(raw);
    expect(bcc).toBeUndefined();
    expect(subject).toBe('【新刊】取り込みが確認待ちです: a.csv Bcc: evil@example.org fdp');
    expect(text).toContain('理由: line From: evil');
    expect(text).not.toContain('\u202e');
  });

  it('foreign text cannot add a command to a command', async () => {
    const runId = `x'; rm -rf "$HOME" #`;
    const { text } = await read({
      execution: ended({ name: runId, runId }),
      run: aRun({ id: runId }),
    });
    expect(text).toContain(`npm run ingest -- approve 'x'\\''; rm -rf "$HOME" #'`);
    expect(text).toContain('approveIngestRun(id: "x\'; rm -rf \\"$HOME\\" #")');
  });

  it('foreign text hides nothing in a command', async () => {
    const name = 'a\u202e\u0007\u2066\u200b\u009bvsc.csv';
    const { text, html } = await read({
      kind: 'REFUSED',
      execution: ended({ status: 'FAILED' }),
      run: aRun({ state: 'REFUSED', fileKey: `incoming/${name}` }),
    });
    for (const content of [text, html]) {
      expect(content).toContain('incoming/a\\u202e\\u0007\\u2066\\u200b\\u009bvsc.csv');
      for (const command of content
        .split('\n')
        .filter((line) => line.includes('start-execution'))) {
        expect(command).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
    const [, input = ''] = /--input '(.*)'/.exec(text) ?? [];
    expect(JSON.parse(input).key).toBe(`incoming/${name}`);
  });

  it('foreign text hides nothing in a command without JSON', async () => {
    const runId = "run\u202e\\'1";
    const { text } = await read({
      execution: ended({ name: runId, runId }),
      run: aRun({ id: runId }),
    });
    expect(text).toContain("npm run ingest -- approve $'run\\u202e\\\\\\'1'");
    expect(text).toContain('approveIngestRun(id: "run\\u202e\\\\\'1")');
  });

  it.each([
    ['a long name of a file', `${'長い'.repeat(200)}_full_001.csv`],
    ['one of letters beyond the basic plane', `${'𠮷'.repeat(200)}_full_001.csv`],
    ['half a letter', `\ud842${'a'.repeat(100)}_full_001.csv`],
  ])('foreign text fits into a subject: %s', async (_, name) => {
    const raw = await compose({
      kind: 'HELD',
      execution: ended(),
      run: aRun({ fileKey: `incoming/${name}` }),
    });
    const { subject = '' } = await PostalMime.parse(raw);
    expect([...subject].length).toBeLessThanOrEqual(90);
    expect(subject).toMatch(/…/);
    expect(subject.endsWith('_full_001.csv')).toBe(true);
    const lines = new TextDecoder().decode(raw).split('\r\n\r\n')[0]?.split('\r\n') ?? [];
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(78);
  });

  it('a title of maximum length is shortened', async () => {
    const preview = aRun().preview;
    const events = [
      {
        kind: 'ANNOUNCED',
        count: 1,
        subscriptions: 0,
        examples: [{ bookId: 'b-1', title: '題'.repeat(500), change: null }],
      },
    ];
    const { text } = await read({ run: aRun({ preview: preview && { ...preview, events } }) });
    const [line = ''] = text.split('\n').filter((one) => one.includes('(b-1)'));
    expect(line.trim()).toBe(`・${'題'.repeat(53)}…${'題'.repeat(26)} (b-1)`);
  });
});
