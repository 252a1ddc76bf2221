import * as measureTyped from './functions/search/measureTyped.ts';
import * as suggest from './functions/search/suggest.ts';

export const steps = [measureTyped, suggest];
