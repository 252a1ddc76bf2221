import * as listUpcomingBooks from './functions/search/listUpcomingBooks.ts';
import * as measureSearch from './functions/search/measureSearch.ts';

export const steps = [measureSearch, listUpcomingBooks];
