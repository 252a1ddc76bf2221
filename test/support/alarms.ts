import { type AlarmStanding, readAlarms } from '../../local/services/cloudwatch/alarmsFile.ts';
import { mailsTo, type SentMail, testStackDir } from '../../tools/testing/testStack.ts';
import { eventually } from './eventually.ts';

/** The state of an alarm of the test stack. */
function alarm(name: string): AlarmStanding | undefined {
  return readAlarms(testStackDir()).find((one) => one.name === name);
}

/**
 * Waits until an alarm is in ALARM and returns its mail. If it already went off for an earlier
 * test, it sends no further mail.
 */
export async function alarmMail(name: string, address: string): Promise<SentMail> {
  const { since } = await eventually(`the alarm ${name}`, () => {
    const seen = alarm(name);
    return seen?.state === 'ALARM' ? seen : null;
  });
  const about = `ALARM: "${name}" in Asia Pacific (Tokyo)`;
  return eventually(`the mail of the alarm ${name}`, () =>
    mailsTo(address).findLast(({ subject, at }) => subject === about && at >= since),
  );
}
