/**
 * The built-in objects of JavaScript in APPSYNC_JS ("Supported runtime features"). The sandbox
 * removes everything else, and static checks reject it by name where possible.
 */
export const ALLOWED_GLOBALS = [
  'Array',
  'Boolean',
  'Infinity',
  'JSON',
  'Math',
  'NaN',
  'Number',
  'Object',
  'String',
  'undefined',
];

/** The globals that AppSync adds. */
export const APPSYNC_GLOBALS = ['console', 'extensions', 'runtime', 'util'];

/** Static members, by object. */
export const ALLOWED_STATICS: Record<string, string[]> = {
  Array: ['isArray'],
  Boolean: [],
  JSON: ['parse', 'stringify'],
  Math: ['ceil', 'floor', 'max', 'min', 'random', 'round'],
  Number: ['isFinite', 'isNaN'],
  Object: ['assign', 'entries', 'hasOwn', 'keys', 'values'],
  String: ['raw'],
};

/** Methods of values; `toString` and `valueOf` stay because coercion calls them. */
export const ALLOWED_METHODS: Record<string, string[]> = {
  Array: [
    'concat',
    'every',
    'fill',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'flat',
    'flatMap',
    'forEach',
    'includes',
    'indexOf',
    'join',
    'lastIndexOf',
    'length',
    'map',
    'pop',
    'push',
    'reduce',
    'reduceRight',
    'reverse',
    'shift',
    'slice',
    'some',
    'sort',
    'splice',
    'unshift',
  ],
  Boolean: [],
  Number: [],
  Object: ['hasOwnProperty'],
  String: [
    'charAt',
    'concat',
    'endsWith',
    'indexOf',
    'lastIndexOf',
    'length',
    'replace',
    'replaceAll',
    'slice',
    'split',
    'startsWith',
    'toLowerCase',
    'toUpperCase',
    'trim',
    'trimEnd',
    'trimStart',
  ],
};

/** Methods that no allowed object has, so that a call can be rejected by the name alone. */
export const REFUSED_METHOD_NAMES = [
  'apply',
  'at',
  'bind',
  'call',
  'charCodeAt',
  'codePointAt',
  'copyWithin',
  'localeCompare',
  'match',
  'matchAll',
  'padEnd',
  'padStart',
  'repeat',
  'search',
  'substr',
  'substring',
  'toFixed',
  'toLocaleLowerCase',
  'toLocaleString',
  'toLocaleUpperCase',
  'toSorted',
  'toReversed',
];
