export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { received: ctx.args };
}
