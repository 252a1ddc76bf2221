import type { Belief } from '../belief.ts';

const PAGE = 'AWS: "Configuring authorization and authentication"';
const THREADS = 'public issue threads';

export const authorization: Belief[] = [
  {
    id: 'authorization.denied',
    says: 'a field that is closed to the caller is null with Unauthorized',
    status: 'reported',
    source: THREADS,
    see: async (to) => {
      const { data, errors } = await to.ask('{ echo(value: "a") signed }');
      const { errorType, message, path } = errors?.[0] ?? {};
      return { data, errorType, message, path };
    },
    expected: {
      data: { echo: 'a', signed: null },
      errorType: 'Unauthorized',
      message: 'Not Authorized to access signed on type Query',
      path: ['signed'],
    },
  },
  {
    id: 'authorization.unmarked',
    says: 'an unmarked field is open to the default mode alone',
    status: 'reported',
    source: THREADS,
    needs: 'signing',
    see: async (to) => {
      const { data, errors } = await to.askSigned('{ signed echo(value: "a") }');
      return { data, errorType: errors?.[0]?.errorType };
    },
    expected: { data: { signed: 'signed', echo: null }, errorType: 'Unauthorized' },
  },
  {
    id: 'authorization.type',
    says: 'an unmarked type is closed to the other modes, by whatever field it is reached',
    status: 'recalled',
    source: PAGE,
    needs: 'signing',
    see: async (to) => {
      const { data, errors } = await to.askSigned('{ item { name } }');
      return { data, message: errors?.[0]?.message };
    },
    expected: {
      data: { item: { name: null } },
      message: 'Not Authorized to access name on type Item',
    },
  },
  {
    id: 'authorization.identity',
    says: 'whoever signs has an account, an ARN, a name and addresses',
    status: 'documented',
    source: 'AWS: "AppSync JavaScript resolver context object reference"',
    needs: 'signing',
    see: async (to) => {
      const seen = JSON.parse((await to.askSigned('{ caller }')).data.caller);
      return { names: Object.keys(seen.identity).sort(), authType: seen.authType };
    },
    expected: {
      names: [
        'accountId',
        'cognitoIdentityAuthProvider',
        'cognitoIdentityAuthType',
        'cognitoIdentityId',
        'cognitoIdentityPoolId',
        'sourceIp',
        'userArn',
        'username',
      ],
      authType: 'IAM Authorization',
    },
  },
  {
    id: 'authorization.no-fallback',
    says: 'a bad signature is not saved by a good key',
    status: 'reported',
    source: THREADS,
    needs: 'signing',
    see: async (to) => {
      const body = '{"query":"{ echo }"}';
      const signed = await to.settings.sign?.(to.settings.endpoint, '{"query":"{ other }"}');
      return (await to.send(body, { ...signed, ...to.keyHeaders })).status;
    },
    expected: 401,
  },
  {
    id: 'authorization.unknown-mode',
    says: 'a token for a mode that the API does not have answers 401',
    status: 'reported',
    source: THREADS,
    see: async (to) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer a.b.c' };
      return (await to.send('{"query":"{ echo }"}', headers)).status;
    },
    expected: 401,
  },
];
