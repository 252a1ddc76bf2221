import * as bringBooks from './functions/catalogue/bringBooks.ts';
import * as bringNames from './functions/catalogue/bringNames.ts';
import * as findSeparatedJoin from './functions/catalogue/findSeparatedJoin.ts';
import * as separateJoin from './functions/catalogue/separateJoin.ts';

export const steps = [separateJoin, bringNames, bringBooks, findSeparatedJoin];
