import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readEmbedded } from '../../../local/services/cloudwatch/readEmbedded.ts';
import { faultsPath } from '../../../local/services/protocol/serveFaults.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { mailsTo, testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { alarmMail } from '../../support/alarms.ts';
import { run } from '../../support/command.ts';
import { eventually } from '../../support/eventually.ts';
import { announcedBook, type FeedRow, writeFeed, writeFile } from '../../support/feed.ts';

const operator = testStack().operator.email;
const ingest = (...parameters: string[]) => run('ingest', ...parameters, '--dir', testStackDir());

/** A file name that no other test uses, by which its mails are found. */
const newName = () => `shinkan_20261124_delta_${randomBytes(4).toString('hex')}.csv`;

/** The first bytes of an image: not text in any encoding. */
const A_PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]);

/** Five of six rows cannot be read. */
function aBadFile(name: string, more: FeedRow = {}): string {
  const bad = Array.from({ length: 5 }, (_, n) =>
    announcedBook(`悪い行${n}`, { ISBN: '9784999990000' }),
  );
  return writeFeed([announcedBook('霧の駅、二番線', more), ...bad], name);
}

const mailsAbout = (text: string) =>
  mailsTo(operator).filter(
    (mail) => mail.subject.startsWith('【新刊】') && mail.text.includes(text),
  );

async function theMailAbout(text: string) {
  await eventually(`a mail about ${text}`, () => mailsAbout(text));
  await settled(text);
  const [mail, ...others] = mailsAbout(text);
  expect(others).toEqual([]);
  return mail;
}

/** Until the database says that the mail is sent, another one might still come. */
async function settled(text: string): Promise<void> {
  const database = openStackDatabase(testStack());
  await eventually(`the mail about ${text} to be settled`, async () => {
    const rows = await database.query(
      `select 1 as open from operator_mail m join ingest_run r on r.id = m.execution
       where m.state = 'PENDING' and r.file_key like concat('%', :text)`,
      { text },
    );
    return rows.length === 0;
  });
}

async function switchFaults(url: string, faults: object[]): Promise<void> {
  const answer = await fetch(url + faultsPath, { method: 'PUT', body: JSON.stringify({ faults }) });
  expect(answer.status, await answer.text()).toBe(200);
}

afterEach(async () => {
  for (const url of [testStack().endpoints.rdsData, testStack().endpoints.ses]) {
    await switchFaults(url, []);
  }
});

describe('what the operator is told', () => {
  it('the operator is told of a held file: once, with the reason and a preview, and by the alarm', async () => {
    const name = newName();
    const { code, output } = await ingest(aBadFile(name));
    expect(code, output).toBe(3);
    const [, id = ''] = /HELD (\S+):/.exec(output) ?? [];
    const mail = await theMailAbout(name);
    expect(mail?.subject).toBe(`【新刊】取り込みが確認待ちです: ${name}`);
    for (const content of [mail?.text, mail?.html]) {
      expect(content).toContain('取り込みを止めて、確認をお待ちしています。');
      expect(content).toContain('An ingest run is held and waits for your decision.');
      expect(content).toContain('6行のうち5行が読めませんでした');
      expect(content).toContain('5 of 6 rows were rejected; the limit is 5 %');
      expect(content).toContain('6件 = 新規1 + 変更0 + 変更なし0 + 保留0 + 除外5');
      expect(content).toContain(
        'records 6 = created 1 + changed 0 + unchanged 0 + held 0 + rejected 5',
      );
      expect(content).toContain('新しい刊行予定 1件');
      expect(content).toContain('announced: 1, of interest to 0 subscriptions');
      expect(content).toContain('霧の駅、二番線');
      expect(content).toContain(`npm run ingest -- approve ${id}`);
      expect(content).toContain(`npm run ingest -- discard ${id}`);
    }
    const alarm = await alarmMail('shinkan-ingest-held', operator);
    expect(alarm.headers.from).toContain('no-reply@sns.amazonaws.com');
    expect(alarm.text).toContain('docs/runbook.md#an-ingest-run-is-held');

    const discarded = await ingest('discard', id);
    expect(discarded.code, discarded.output).toBe(0);
    expect(mailsAbout(name)).toHaveLength(1);
  });

  it('the operator is told of a rejected file, and by the alarm', async () => {
    const name = newName();
    const { code, output } = await ingest(writeFile(name, A_PICTURE));
    expect(code, output).toBe(2);
    const [, reason = '-'] = /^REFUSED \S+: (.*)$/m.exec(output) ?? [];
    const mail = await theMailAbout(name);
    expect(mail?.subject).toBe(`【新刊】取り込みできませんでした: ${name}`);
    expect(mail?.text).toContain(`理由: ${reason}`);
    expect(mail?.text).toContain(`Reason: ${reason}`);
    const alarm = await alarmMail('shinkan-ingest-failed', operator);
    expect(alarm.text).toContain('MetricName:                 ExecutionsFailed');
  });

  it('the operator is told of a run that fails, with the error, and by the alarm', async () => {
    const name = newName();
    // Not a transient error, so the workflow does not retry. Only a merge and its preview open
    // transactions every time.
    await switchFaults(testStack().endpoints.rdsData, [
      { operation: 'BeginTransaction', fault: 'ForbiddenException', share: 1 },
    ]);
    const { code, output } = await ingest(writeFeed([announcedBook('失敗する本')], name));
    expect(code, output).toBe(1);
    const mail = await theMailAbout(name);
    expect(mail?.subject).toBe(`【新刊】取り込みが失敗しました: ${name}`);
    expect(mail?.text).toContain('エラー: ForbiddenException');
    expect(mail?.text).toContain('Cause: There are insufficient privileges to make the call.');
    expect(mail?.text).toContain('More in docs/runbook.md, "An ingest run failed".');
    await alarmMail('shinkan-ingest-failed', operator);
  });

  it('the operator is told nothing when a file is merged', async () => {
    const name = newName();
    const { code, output } = await ingest(writeFeed([announcedBook('よい本')], name));
    expect(code, output).toBe(0);
    const [, id = ''] = /MERGED (\S+)/.exec(output) ?? [];
    await ingest(writeFile(`later_${name}`, A_PICTURE));
    await theMailAbout(`later_${name}`);
    expect(mailsAbout(id)).toEqual([]);
  });
});

describe('a merged file', () => {
  it('a merged file counts for the alarm about missing files, and its repeat does not', async () => {
    const file = writeFeed([announcedBook('一度だけ数える本')], newName());
    const before = countMerged();
    expect(await ingest(file)).toMatchObject({ code: 0 });
    expect(countMerged()).toBe(before + 1);
    expect(await ingest(file)).toMatchObject({ code: 0 });
    expect(countMerged()).toBe(before + 1);
  });
});

/** How often the merging function has counted a merged run, by its log. */
function countMerged(): number {
  const logs = join(testStackDir(), 'logs');
  const [log = ''] = readdirSync(logs).filter((name) => name.includes('IngestMerge'));
  const lines = readFileSync(join(logs, log), 'utf8').split('\n').flatMap(readEmbedded);
  return lines.filter(({ metric }) => metric.name === 'RunsMerged').length;
}

describe('a mail to the operator that fails', () => {
  it('a mail to the operator that fails leaves the run held, and is reported by an alarm', async () => {
    const name = newName();
    await switchFaults(testStack().endpoints.ses, [
      { operation: 'SendRawEmail', fault: 'Throttling', share: 1 },
    ]);
    const { code, output } = await ingest(aBadFile(name));
    expect(code, output).toBe(3);
    const alarm = await alarmMail('shinkan-operator-not-told', operator);
    expect(alarm.text).toContain('docs/runbook.md#operators-are-not-told');
    const [, id = ''] = /HELD (\S+):/.exec(output) ?? [];
    const [row] = await openStackDatabase(testStack()).query(
      'select state from ingest_run where id = :id',
      { id },
    );
    expect(row).toEqual({ state: 'HELD' });
    expect(mailsAbout(name)).toEqual([]);
    await ingest('discard', id);
  });

  it('a mail to the operator is sent by the end event when the workflow’s attempts failed', async () => {
    const name = newName();
    // One for each attempt of the workflow, and one operator.
    await switchFaults(testStack().endpoints.ses, [
      { operation: 'SendRawEmail', fault: 'Throttling', times: 3 },
    ]);
    const { code, output } = await ingest(aBadFile(name));
    expect(code, output).toBe(3);
    const mail = await theMailAbout(name);
    expect(mail?.subject).toBe(`【新刊】取り込みが確認待ちです: ${name}`);
    const [, id = ''] = /HELD (\S+):/.exec(output) ?? [];
    await ingest('discard', id);
  });
});
