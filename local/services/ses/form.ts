import { AwsError } from '../protocol/awsError.ts';

/** A call in the AWS Query protocol: `Action` and its parameters. */
export type Form = URLSearchParams;

/** The values of a list, `Name.member.1`, `Name.member.2`, …, in order. */
export function listOf(form: Form, name: string): string[] {
  const values: string[] = [];
  for (let i = 1; form.has(`${name}.member.${i}`); i += 1) {
    values.push(form.get(`${name}.member.${i}`) ?? '');
  }
  return values;
}

/** `Tags.member.N.Name` and `.Value`. A name or value that SES would not take is refused. */
export function tagsOf(form: Form): { [name: string]: string } {
  const tags: { [name: string]: string } = {};
  for (let i = 1; form.has(`Tags.member.${i}.Name`); i += 1) {
    const name = form.get(`Tags.member.${i}.Name`) ?? '';
    const value = form.get(`Tags.member.${i}.Value`) ?? '';
    checkTag(name, value);
    tags[name] = value;
  }
  return tags;
}

/** Refuses what MessageTag forbids: anything but 1 to 255 ASCII letters, digits, `_` and `-`. */
export function checkTag(name: string, value: string): void {
  const allowed = /^[A-Za-z0-9_-]{1,255}$/;
  if (allowed.test(name) && allowed.test(value)) return;
  const rule = 'expected 1 to 255 ASCII letters, digits, _ and - in each';
  throw new AwsError('InvalidParameterValue', `Tag "${name}" with value "${value}": ${rule}`);
}

/** Refuses by name a parameter of the call that nothing here reads. */
export function refuseOthers(form: Form, known: RegExp): void {
  for (const name of form.keys()) {
    if (known.test(name)) continue;
    const message = `${form.get('Action')} with ${name} is not emulated on this machine`;
    throw new AwsError('InvalidParameterValue', message);
  }
}
