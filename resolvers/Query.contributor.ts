import * as findEntry from './functions/catalogue/findEntry.ts';

export const steps = [findEntry];
