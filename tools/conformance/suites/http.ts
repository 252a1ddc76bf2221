import type { Belief } from '../belief.ts';
import type { ConformanceTarget, HttpAnswer } from '../target.ts';

const TEAM = 'the AppSync team in graphql-over-http#81';
const EMULATORS = 'issues and documentation of AppSync emulators';

/** Status, and type and words of the only error. */
async function told(answer: Promise<HttpAnswer>) {
  const { status, body } = await answer;
  const [error] = body.errors ?? [];
  return { status, errorType: error?.errorType, message: error?.message };
}

const malformed = (message: string | RegExp) => ({
  status: 400,
  errorType: 'MalformedHttpRequestException',
  message,
});

/** What answers a body that is sent with the API key. */
const sending =
  (body: string, headers: Record<string, string> = {}) =>
  (to: ConformanceTarget) =>
    told(to.send(body, { ...to.keyHeaders, ...headers }));

const without = (name: string) => (to: ConformanceTarget) => {
  const { [name]: _, ...headers } = to.keyHeaders;
  return told(to.send('{"query":"{ echo }"}', headers));
};

export const http: Belief[] = [
  {
    id: 'http.validation',
    says: 'a field that the schema lacks answers 200 in the words of graphql-java',
    status: 'reported',
    source: TEAM,
    see: async (to) => {
      const { status, body } = await to.post('{ parent { nope } }');
      return { status, data: body.data, errors: body.errors };
    },
    expected: {
      status: 200,
      data: null,
      errors: [
        {
          path: null,
          locations: [{ line: 1, column: 12, sourceName: null }],
          message:
            "Validation error of type FieldUndefined: Field 'nope' in type 'Parent' is undefined @ 'parent/nope'",
        },
      ],
    },
  },
  {
    id: 'http.syntax',
    says: 'a text that is no GraphQL answers 200 with data null and one error',
    status: 'reported',
    source: TEAM,
    see: async (to) => {
      const { status, body } = await to.post('{ echo(');
      return { status, data: body.data, errors: body.errors?.length };
    },
    expected: { status: 200, data: null, errors: 1 },
  },
  {
    id: 'http.syntax-words',
    says: 'a syntax error begins with "Invalid Syntax"',
    status: 'open',
    source: 'graphql-java',
    see: async (to) => (await to.ask('{ echo(')).errors?.[0]?.message,
    expected: /^Invalid Syntax/,
  },
  {
    id: 'http.missing-variable',
    says: 'a required variable without a value is told in the words of graphql-java',
    status: 'reported',
    source: 'public issue threads',
    see: async (to) =>
      (await to.ask('query ($name: String!) { sql(name: $name) }')).errors?.[0]?.message,
    expected: /^Variable 'name' has coerced Null value for NonNull type 'String!'/,
  },
  {
    id: 'http.variable-type',
    says: 'a variable of a type that does not fit is a VariableTypeMismatch',
    status: 'open',
    source: 'graphql-java',
    see: async (to) =>
      (await to.ask('query ($n: Int) { echo(value: $n) }', { n: 1 })).errors?.[0]?.message,
    expected: /^Validation error of type VariableTypeMismatch/,
  },
  {
    id: 'http.empty',
    says: 'an empty body answers 400',
    status: 'reported',
    source: EMULATORS,
    see: sending(''),
    expected: malformed('Request body is empty.'),
  },
  ...[
    { id: 'object', body: '{}', what: 'an object without a query' },
    { id: 'list', body: '[]', what: 'a list' },
    { id: 'json', body: '{"query', what: 'broken JSON' },
  ].map(
    ({ id, body, what }): Belief => ({
      id: `http.${id}`,
      says: `${what} answers 400`,
      status: 'reported',
      source: EMULATORS,
      see: sending(body),
      expected: malformed('Unable to parse GraphQL query.'),
    }),
  ),
  {
    id: 'http.content-type',
    says: 'a body that is not announced as JSON answers 400',
    status: 'reported',
    source: EMULATORS,
    see: async (to) => {
      const { status, errorType } = await sending('{"query":"{ echo }"}', {
        'content-type': 'text/plain',
      })(to);
      return { status, errorType };
    },
    expected: { status: 400, errorType: 'MalformedHttpRequestException' },
  },
  {
    id: 'http.application-graphql',
    says: 'application/graphql is taken with a JSON body',
    status: 'open',
    source: "AWS's own clients once sent it",
    see: async (to) =>
      (
        await to.send('{"query":"{ echo(value: \\"a\\") }"}', {
          ...to.keyHeaders,
          'content-type': 'application/graphql',
        })
      ).body,
    expected: { data: { echo: 'a' } },
  },
  {
    id: 'http.no-name',
    says: 'several operations of which none is named answer 400',
    status: 'reported',
    source: EMULATORS,
    see: sending('{"query":"query a { echo } query b { echo }"}'),
    expected: { status: 400, errorType: 'BadRequestException', message: 'Missing operation name.' },
  },
  {
    id: 'http.named',
    says: 'operationName chooses among several operations',
    status: 'documented',
    source: 'GraphQL specification, section 6.1',
    see: async (to) => {
      const query = 'query a { echo(value: "a") } query b { echo(value: "b") }';
      const body = JSON.stringify({ query, operationName: 'b' });
      return (await to.send(body, to.keyHeaders)).body;
    },
    expected: { data: { echo: 'b' } },
  },
  {
    id: 'http.unknown-name',
    says: 'an operation that is named and not there answers 400',
    status: 'open',
    source: 'graphql-java',
    see: sending('{"query":"query a { echo }","operationName":"b"}'),
    expected: {
      status: 400,
      errorType: 'BadRequestException',
      message: "Unknown operation named 'b'.",
    },
  },
  {
    id: 'http.no-credentials',
    says: 'a request without credentials answers 401',
    status: 'reported',
    source: EMULATORS,
    see: without('x-api-key'),
    expected: {
      status: 401,
      errorType: 'UnauthorizedException',
      message: 'Missing authorization header',
    },
  },
  {
    id: 'http.unknown-key',
    says: 'an unknown API key answers 401 with a fixed text',
    status: 'reported',
    source: EMULATORS,
    see: sending('{"query":"{ echo }"}', { 'x-api-key': 'da2-aaaaaaaaaaaaaaaaaaaaaaaaaa' }),
    expected: {
      status: 401,
      errorType: 'UnauthorizedException',
      message: 'You are not authorized to make this call.',
    },
  },
  {
    id: 'http.error-header',
    says: 'a refused request names its error in the header x-amzn-errortype',
    status: 'reported',
    source: EMULATORS,
    see: async (to) =>
      (await to.send('', to.keyHeaders)).headers.get('x-amzn-errortype')?.split(':')[0],
    expected: 'MalformedHttpRequestException',
  },
  {
    id: 'http.subscription',
    says: 'a subscription over HTTP answers 200 with OperationNotSupported',
    status: 'reported',
    source: EMULATORS,
    see: async (to) => {
      const { status, body } = await to.post('subscription { onRefused { run } }');
      return { status, data: body.data, errorType: body.errors?.[0]?.errorType };
    },
    expected: { status: 200, data: null, errorType: 'OperationNotSupported' },
  },
  {
    id: 'http.get',
    says: 'GET answers 405',
    status: 'open',
    source: 'the local AppSync does so; the AppSync team has told in 2020 that GET is answered',
    see: async (to) => (await to.send(null, { 'x-api-key': to.settings.apiKey }, 'GET')).status,
    expected: 405,
  },
  {
    id: 'http.headers',
    says: 'an answer is JSON in UTF-8, carries a request id, and may be read by any page',
    status: 'reported',
    source: EMULATORS,
    see: async (to) => {
      const { headers } = await to.post('{ echo }');
      return [
        headers.get('content-type')?.toLowerCase().replace(' ', ''),
        headers.get('x-amzn-requestid'),
        headers.get('access-control-allow-origin'),
      ];
    },
    expected: ['application/json;charset=utf-8', /^[\w-]{36}$/, '*'],
  },
  {
    id: 'http.response-type',
    says: 'application/graphql-response+json is not offered',
    status: 'reported',
    source: TEAM,
    see: async (to) =>
      (await to.post('{ echo }', {}, { accept: 'application/graphql-response+json' })).headers
        .get('content-type')
        ?.split(';')[0],
    expected: 'application/json',
  },
];
