export function request() {
  return { payload: null };
}

export function response() {
  return { id: '1', name: 'one' };
}
