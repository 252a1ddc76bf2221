export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { source: ctx.source, args: ctx.args, type: ctx.info.parentTypeName };
}
