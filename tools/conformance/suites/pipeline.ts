import type { Belief } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const REFERENCE = 'AWS: "Runtime utilities", and the comments of @aws-appsync/utils';

type Orders = { before?: string; first?: string; second?: string };

/** What the response handler of the resolver saw, and the errors beside it. */
const walking = (orders: Orders) => async (to: ConformanceTarget) => {
  const { data, errors } = await to.ask(
    `query ($before: String, $first: String, $second: String) {
      trail(before: $before, first: $first, second: $second)
    }`,
    orders,
  );
  return {
    seen: data?.trail === null ? null : JSON.parse(data?.trail ?? 'null'),
    errors: errors?.map(({ message, errorType }) => `${errorType}: ${message}`),
  };
};

const seen = (result: string, ...trail: string[]) => ({
  seen: { prev: result, result, trail: ['before', ...trail] },
});

export const pipeline: Belief[] = [
  {
    id: 'pipeline.order',
    says: 'functions run in order, each on the result before it, and share one stash',
    status: 'documented',
    source: 'AWS: "JavaScript resolvers overview"',
    see: walking({}),
    expected: seen(
      'start, first, second',
      'first asks',
      'first answers',
      'second asks',
      'second answers',
    ),
  },
  {
    id: 'pipeline.early',
    says: 'earlyReturn in a function skips its source and response and goes on with the next function',
    status: 'documented',
    source: REFERENCE,
    see: walking({ first: 'early' }),
    expected: seen('early first, second', 'first asks', 'second asks', 'second answers'),
  },
  {
    id: 'pipeline.early-next',
    says: 'skipTo NEXT does the same',
    status: 'documented',
    source: REFERENCE,
    see: walking({ first: 'next' }),
    expected: seen('early first, second', 'first asks', 'second asks', 'second answers'),
  },
  {
    id: 'pipeline.early-last',
    says: 'after the last function, earlyReturn goes on with the response handler of the resolver',
    status: 'documented',
    source: REFERENCE,
    see: walking({ second: 'early' }),
    expected: seen('early second', 'first asks', 'first answers', 'second asks'),
  },
  {
    id: 'pipeline.early-end',
    says: 'skipTo END goes to the response handler of the resolver',
    status: 'documented',
    source: REFERENCE,
    see: walking({ first: 'end' }),
    expected: seen('early first', 'first asks'),
  },
  {
    id: 'pipeline.early-before',
    says: 'earlyReturn in the request handler of the resolver still calls its response handler',
    status: 'open',
    source: 'documented in two ways: "Runtime utilities" says so, the overview says the opposite',
    see: walking({ before: 'early' }),
    expected: seen('early'),
  },
  {
    id: 'pipeline.error',
    says: 'util.error ends the pipeline',
    status: 'documented',
    source: 'AWS: "Built-in utilities"',
    see: walking({ first: 'error' }),
    expected: { seen: null, errors: ['Stopped: stopped in the first'] },
  },
  {
    id: 'pipeline.append',
    says: 'util.appendError lets the pipeline go on',
    status: 'documented',
    source: 'AWS: "Built-in utilities"',
    see: walking({ first: 'append' }),
    expected: {
      ...seen(
        'start, first, second',
        'first asks',
        'first answers',
        'second asks',
        'second answers',
      ),
      errors: ['Told: told by the first'],
    },
  },
];
