// The local AppSync with the product's schema and a resolver that needs no data source.
import { startBenchApi } from '../lib/startBenchApi.ts';
import { inMemory } from './inMemory.ts';

const url = await startBenchApi('da2-bench', [
  {
    typeName: 'Query',
    fieldName: 'upcomingBooks',
    response: `return ${JSON.stringify(inMemory(20))};`,
  },
]);
console.log(url);
