import * as recordMailStop from './functions/mail/recordMailStop.ts';
import * as setMailSettings from './functions/mail/setMailSettings.ts';

export const steps = [setMailSettings, recordMailStop];
