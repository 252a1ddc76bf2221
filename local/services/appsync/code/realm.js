// Runs inside the resolvers' own context before any resolver: removes what APPSYNC_JS lacks, adds
// its own objects, and freezes the rest, so that one context can serve every call without any state
// passing between calls. Written in JavaScript because the context compiles this source text.
(function prepareRealm(host, allowed, scope, timeout, copyJson) {
  const { parse, stringify } = JSON;
  const Fault = TypeError;
  const { freeze, keys, getOwnPropertyNames, defineProperty, getPrototypeOf } = Object;
  const most = Number.MAX_SAFE_INTEGER;
  const kept = ['constructor', 'length', 'name', 'prototype', 'toString', 'valueOf'];

  const replaceMember = (owner, name, value) =>
    defineProperty(owner, name, { value, writable: false, configurable: false, enumerable: false });

  const refuse = (owner, label, names) => {
    for (const name of getOwnPropertyNames(owner)) {
      if (names.includes(name) || kept.includes(name) || name.startsWith('__')) continue;
      if (typeof owner[name] !== 'function') continue;
      replaceMember(owner, name, () => {
        throw new Fault(`${label}.${name} is not available in APPSYNC_JS`);
      });
    }
  };

  const sort = Array.prototype.sort;
  const { replace, replaceAll } = {
    replace(pattern, replacement) {
      return host.replace(`${this}`, pattern, replacement, false);
    },
    replaceAll(pattern, replacement) {
      return host.replace(`${this}`, pattern, replacement, true);
    },
  };
  replaceMember(String.prototype, 'replace', replace);
  replaceMember(String.prototype, 'replaceAll', replaceAll);
  replaceMember(
    Array.prototype,
    'sort',
    {
      sort(...compare) {
        if (compare.length > 0)
          throw new Fault('Array.prototype.sort takes no function in APPSYNC_JS');
        return sort.call(this);
      },
    }.sort,
  );
  replaceMember(JSON, 'parse', (text) => {
    try {
      return parse(text);
    } catch {
      // Documented: text that is not JSON gives a blank string.
      return '';
    }
  });

  /** Copies an object of the host into this context. */
  const bring = (value) => copyJson(value, most) ?? parse(stringify(value));

  /** Wraps a host function so that its results belong to this context. */
  const adopt = (owner) => {
    const adopted = {};
    for (const name of keys(owner)) {
      const member = owner[name];
      adopted[name] =
        typeof member === 'function'
          ? (...values) => {
              const result = member(...values);
              return typeof result === 'object' && result !== null ? bring(result) : result;
            }
          : adopt(member);
    }
    return freeze(adopted);
  };
  const modules = adopt(host.modules);
  const appsync = modules['@aws-appsync/utils'];
  const own = {
    console: adopt(host.console),
    util: appsync.util,
    extensions: appsync.extensions,
    runtime: appsync.runtime,
  };

  const intrinsics = [Object, Array, String, Number, Boolean, Function, Math, JSON];
  for (const intrinsic of intrinsics) {
    const name = intrinsic === Math ? 'Math' : intrinsic === JSON ? 'JSON' : intrinsic.name;
    if (allowed.methods[name])
      refuse(intrinsic.prototype, `${name}.prototype`, allowed.methods[name]);
    if (allowed.statics[name]) refuse(intrinsic, name, allowed.statics[name]);
  }
  const iterator = getPrototypeOf(getPrototypeOf([][Symbol.iterator]()));
  for (const intrinsic of [...intrinsics, iterator]) {
    if (intrinsic.prototype) freeze(intrinsic.prototype);
    freeze(intrinsic);
  }
  for (const name of getOwnPropertyNames(scope)) {
    if (!allowed.globals.includes(name)) delete scope[name];
  }
  for (const name of keys(own)) replaceMember(scope, name, own[name]);

  let turns = 0;
  let deadline = 0;
  /** Called in each turn of a loop; checking the clock every thousand turns is enough. */
  const tick = () => {
    turns += 1;
    if (turns % 1000 === 0 && host.now() > deadline) {
      throw new Fault(`the handler timed out after ${timeout} ms and ${turns} turns of its loops`);
    }
  };

  /** Runs one handler of one resolver on a copy of the context; the caller copies the result. */
  return (factory, handler, input) => {
    const ctx = bring(input);
    // Recorded: `args` exists even if the context has no arguments.
    ctx.args = ctx.arguments ?? {};
    ctx.stash ??= {};
    turns = 0;
    deadline = host.now() + timeout;
    try {
      const result = factory((name) => modules[name], tick)[handler](ctx);
      return { result, stash: ctx.stash, skipTo: null };
    } catch (thrown) {
      const early = host.readEarlyReturn(thrown);
      if (!early) throw thrown;
      return { result: early.value, stash: ctx.stash, skipTo: early.skipTo };
    }
  };
});
