import * as bringBooks from './functions/catalogue/bringBooks.ts';
import * as bringNames from './functions/catalogue/bringNames.ts';
import * as findNewJoin from './functions/catalogue/findNewJoin.ts';
import * as recordJoin from './functions/catalogue/recordJoin.ts';

export const steps = [recordJoin, bringNames, bringBooks, findNewJoin];
