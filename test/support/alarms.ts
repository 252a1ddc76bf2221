import { type AlarmStanding, readAlarms } from '../../local/services/cloudwatch/alarmsFile.ts';
import { mailsTo, type SentMail, testStackDir } from '../../tools/testing/testStack.ts';
import { eventually } from './eventually.ts';

/** How an alarm of the test stack stands. */
function alarm(name: string): AlarmStanding | undefined {
  return readAlarms(testStackDir()).find((one) => one.name === name);
}

/**
 * Waits until an alarm is in ALARM and gives the mail that told of it. It may have gone off for an
 * earlier test already, and then tells nothing again.
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
