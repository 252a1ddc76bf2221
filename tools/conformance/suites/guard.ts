import type { Belief } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const PAGE = 'AWS: "Configuring authorization and authentication", AWS_LAMBDA';
const THREADS = 'public issue threads';

/** A token that gives this order, and that no cache knows. */
const token = (order: string, expected = 'once') => `${order} ${expected} ${crypto.randomUUID()}`;

/** What the resolver is told by the authorizer. */
const contextOf = async (to: ConformanceTarget, given: string, query?: string) => {
  const { body } = await to.askGuarded(given, query);
  return JSON.parse(body.data.caller).identity.resolverContext;
};

/** Whether a second request with the same token asks the function again. */
const asksAgain = (order: string) => async (to: ConformanceTarget) => {
  const same = token(order);
  const [first, second] = [await contextOf(to, same), await contextOf(to, same)];
  return first.asked !== second.asked;
};

const statusOf = (order: string) => async (to: ConformanceTarget) => {
  const { status, body } = await to.askGuarded(token(order));
  return { status, errorType: body.errors?.[0]?.errorType };
};

const unauthorized = { status: 401, errorType: 'UnauthorizedException' };

/** Whether a WebSocket is let in if its operation must have this name. */
const connects = async (to: ConformanceTarget, name: string) => {
  const connection = await to.connectGuarded(token('connection', name));
  try {
    connection.send({ type: 'connection_init' });
    const { type } = await connection.until(({ type }) => /^connection_/.test(type));
    return type === 'connection_ack';
  } finally {
    connection.close();
  }
};

const CASES: Omit<Belief, 'needs'>[] = [
  {
    id: 'guard.context',
    says: 'the function is told the query, and its context reaches resolvers',
    status: 'documented',
    source: PAGE,
    see: async (to) => {
      const query = 'query Named { caller }';
      const { asked, ...told } = await contextOf(to, token('allow'), query);
      return told;
    },
    expected: { operationName: 'none', queryString: 'query Named { caller }' },
  },
  {
    id: 'guard.denied',
    says: 'isAuthorized false answers 401',
    status: 'documented',
    source: PAGE,
    see: statusOf('deny'),
    expected: unauthorized,
  },
  {
    id: 'guard.failed',
    says: 'a function that fails answers 401',
    status: 'reported',
    source: THREADS,
    see: statusOf('fail'),
    expected: unauthorized,
  },
  {
    id: 'guard.nested',
    says: 'a nested context answers 401',
    status: 'open',
    source: 'documented as not supported, without the consequence',
    see: statusOf('nested'),
    expected: unauthorized,
  },
  {
    id: 'guard.field',
    says: 'a denied field is null with Unauthorized, the others answer',
    status: 'documented',
    source: PAGE,
    see: async (to) => {
      const { body } = await to.askGuarded(token('field'), '{ __typename secret }');
      return { data: body.data, errorType: body.errors?.[0]?.errorType };
    },
    expected: { data: { __typename: 'Query', secret: null }, errorType: 'Unauthorized' },
  },
  {
    id: 'guard.remembered',
    says: 'an answer counts for its ttlOverride',
    status: 'documented',
    source: PAGE,
    see: asksAgain('minute'),
    expected: false,
  },
  {
    id: 'guard.not-remembered',
    says: 'a ttlOverride of 0 asks each time',
    status: 'documented',
    source: PAGE,
    see: asksAgain('allow'),
    expected: true,
  },
  {
    id: 'guard.default-ttl',
    says: 'where neither the API nor the answer says how long it counts, the function is asked each time',
    status: 'open',
    source: "AWS's pages disagree: 0 or 300 seconds",
    see: asksAgain('remembered'),
    expected: true,
  },
  {
    id: 'guard.connection',
    says: 'for a WebSocket the function is told of an operation named DeepDish:Connect',
    status: 'reported',
    source: THREADS,
    see: (to) =>
      Promise.all(
        ['DeepDish:Connect', 'Deepdish:Connect', 'none'].map((name) => connects(to, name)),
      ),
    expected: [true, false, false],
  },
];

export const guard: Belief[] = CASES.map((one) => ({ ...one, needs: 'guarded' }));
