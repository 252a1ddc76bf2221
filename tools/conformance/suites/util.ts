import type { Belief, Status } from '../belief.ts';

const UTIL = 'AWS: "Built-in utilities"';
const TIME = 'AWS: "Time helpers in util.time"';

/** One call, whose result is known. */
type Call = [id: string, name: string, given: object, expected: unknown, status?: Status];

const CALLS: [source: string, calls: Call[]][] = [
  [
    UTIL,
    [
      ['autoId', 'autoId', {}, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
      ['autoUlid', 'autoUlid', {}, /^[0-9A-HJKMNP-TV-Z]{26}$/],
      ['autoKsuid', 'autoKsuid', {}, /^[0-9A-Za-z]{27}$/],
      ['base64Encode', 'base64Encode', { a: '新刊' }, '5paw5YiK'],
      ['base64Decode', 'base64Decode', { a: '5paw5YiK' }, '新刊'],
      ['urlEncode', 'urlEncode', { a: 'a b&新' }, 'a+b%26%E6%96%B0'],
      ['urlDecode', 'urlDecode', { a: 'a+b%26%E6%96%B0' }, 'a b&新'],
      ['escape', 'escapeJavaScript', { a: 'it\'s "a"\n' }, 'it\\\'s \\"a\\"\\n', 'recalled'],
      ['matches', 'matches', { a: 'a*b', b: 'aaaaab' }, true],
      ['matches-part', 'matches', { a: 'a*b', b: 'xaaaaabx' }, true, 'open'],
      ['matches-java', 'matches', { a: '^\\p{Alpha}+$', b: 'abc' }, true, 'recalled'],
      ['normalize', 'normalize', { a: 'ｶﾞ', b: 'nfkc' }, 'ガ'],
      ['round', 'roundNum', { a: 2.5 }, 3],
      ['min', 'minVal', { a: 2, b: 3 }, 2],
      ['max', 'maxVal', { a: 2, b: 3 }, 3],
      ['random', 'randomWithinRange', { a: 4, b: 5 }, 4],
    ],
  ],
  [
    TIME,
    [
      ['now', 'nowISO8601', {}, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/],
      ['now-formatted', 'nowFormatted', { a: 'yyyy-MM-dd', b: 'Asia/Tokyo' }, /^\d{4}-\d\d-\d\d$/],
      ['to-seconds', 'epochMilliSecondsToSeconds', { a: 1517943695750 }, 1517943695],
      ['to-iso', 'epochMilliSecondsToISO8601', { a: 1517943695750 }, '2018-02-06T19:01:35.750Z'],
      [
        'to-formatted',
        'epochMilliSecondsToFormatted',
        { a: 1517943695750, b: 'yyyy-MM-dd HH:mm:ssZ' },
        '2018-02-06 19:01:35+0000',
      ],
      [
        'to-zone',
        'epochMilliSecondsToFormatted',
        { a: 1517943695750, b: 'yyyy-MM-dd HH:mm:ssZ', c: 'Australia/Perth' },
        '2018-02-07 03:01:35+0800',
      ],
      [
        'from-iso',
        'parseISO8601ToEpochMilliSeconds',
        { a: '2018-02-01T17:21:05.180+08:00' },
        1517476865180,
      ],
      [
        'from-formatted',
        'parseFormattedToEpochMilliSeconds',
        { a: '2018-02-01 01:19:15+0800', b: 'yyyy-MM-dd HH:mm:ssZ' },
        1517419155000,
      ],
      [
        'from-zone',
        'parseFormattedToEpochMilliSeconds',
        { a: '2018-02-01 01:19:15', b: 'yyyy-MM-dd HH:mm:ss', c: 'Australia/Perth' },
        1517419155000,
      ],
    ],
  ],
  [
    'the comments of @aws-appsync/utils',
    [
      [
        'filter',
        'toSubscriptionFilter',
        { a: { n: { gt: 1 }, text: { eq: 'a' } } },
        {
          filterGroup: [
            {
              filters: [
                { fieldName: 'n', operator: 'gt', value: 1 },
                { fieldName: 'text', operator: 'eq', value: 'a' },
              ],
            },
          ],
        },
      ],
      [
        'filter-one-field',
        'toSubscriptionFilter',
        { a: { n: { gt: 1, lt: 0 } } },
        {
          filterGroup: [
            { filters: [{ fieldName: 'n', operator: 'gt', value: 1 }] },
            { filters: [{ fieldName: 'n', operator: 'lt', value: 0 }] },
          ],
        },
        'recorded',
      ],
      [
        'filter-ignored',
        'toSubscriptionFilter',
        { a: { n: { gt: 1 }, text: { eq: 'a' } }, b: ['text'] },
        { filterGroup: [{ filters: [{ fieldName: 'n', operator: 'gt', value: 1 }] }] },
      ],
    ],
  ],
  [
    'public issue threads',
    [
      [
        'filter-rules',
        'toSubscriptionFilter',
        { a: { n: { gt: 1 } }, b: [], c: { text: { eq: 'a' } } },
        {
          filterGroup: [
            {
              filters: [
                { fieldName: 'n', operator: 'gt', value: 1 },
                { fieldName: 'text', operator: 'eq', value: 'a' },
              ],
            },
          ],
        },
        'reported',
      ],
    ],
  ],
];

export const util: Belief[] = [
  ...CALLS.flatMap(([source, calls]) =>
    calls.map(
      ([id, name, given, expected, status = 'documented']): Belief => ({
        id: `util.${id}`,
        says: `util's ${name} of ${JSON.stringify(given)} is ${expected instanceof RegExp ? expected : JSON.stringify(expected)}`,
        status,
        source,
        see: (to) => to.value('util', name, given),
        expected,
      }),
    ),
  ),
  {
    id: 'util.response-header',
    says: 'util.http.addResponseHeader adds a header to the answer',
    status: 'documented',
    source: 'AWS: "HTTP helpers in util.http"',
    see: async (to) => {
      const query = `{ util(name: "addResponseHeader", with: ${JSON.stringify('{"a":"x-colour","b":"green"}')}) }`;
      return (await to.post(query)).headers.get('x-colour');
    },
    expected: 'green',
  },
];
