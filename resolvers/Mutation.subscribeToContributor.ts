import * as beginStanding from './functions/standing/beginStanding.ts';
import * as catchUp from './functions/standing/catchUp.ts';
import * as dropOutdated from './functions/standing/dropOutdated.ts';
import * as findOutdated from './functions/standing/findOutdated.ts';
import * as findStanding from './functions/standing/findStanding.ts';
import * as finishStanding from './functions/standing/finishStanding.ts';
import * as recordConsent from './functions/standing/recordConsent.ts';

export const steps = [
  findStanding,
  recordConsent,
  beginStanding,
  catchUp,
  findOutdated,
  dropOutdated,
  finishStanding,
];
