import { util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { value: run(ctx.args.name, ctx.args.with) };
}

function run(name, { a, b, c }) {
  switch (name) {
    case 'parse':
      return JSON.parse(a);
    case 'stringify':
      return JSON.stringify(a);
    case 'replace':
      return a.replace(b, c);
    case 'replaceAll':
      return a.replaceAll(b, c);
    case 'split':
      return a.split(b);
    case 'sort':
      return a.sort();
    case 'characters':
      return [...a].map((character) => character + character);
    case 'reduce':
      return a.reduce((sum, one) => sum + one, 0);
    case 'power':
      return a ** b;
    case 'nullish':
      return a?.x?.y ?? 'none';
    case 'hasOwn':
      return [Object.hasOwn(a, 'x'), Object.hasOwn(a, 'y')];
    case 'entries':
      return Object.entries({ ...a, y: 2 });
    case 'keys': {
      const keys = [];
      for (const key in a) keys.push(key);
      return keys;
    }
    case 'remove':
      delete a.x;
      return a;
    case 'numbers':
      return [Number.isNaN(NaN), Number.isFinite(a), Math.round(a), Math.floor(a), Math.ceil(a)];
    case 'strings':
      return [
        a.trim(),
        a.toUpperCase(),
        a.indexOf('b'),
        a.slice(1, 3),
        a.startsWith(' '),
        a.length,
      ];
    default:
      return util.error(`no piece named ${name}`, 'Unknown');
  }
}
