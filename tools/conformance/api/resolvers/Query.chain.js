export function request() {
  return { payload: null };
}

export function response() {
  const [sixth, fifth, fourth, third] = ['6', '5', '4', '3'];
  const deep = { name: fourth, next: { name: fifth, next: { name: sixth } } };
  return { name: '1', next: { name: '2', next: { name: third, next: deep } } };
}
