import * as findOwnStanding from './functions/standing/findOwnStanding.ts';

export const steps = [findOwnStanding];
