import * as dropOutdated from './functions/standing/dropOutdated.ts';
import * as endStanding from './functions/standing/endStanding.ts';
import * as forgetStanding from './functions/standing/forgetStanding.ts';

export const steps = [endStanding, dropOutdated, forgetStanding];
