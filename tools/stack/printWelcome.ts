import { demoMembers, demoOperator } from '../shop/members.ts';
import type { Stack } from './stack.ts';

/** Prints where everything is and what to try. */
export function printWelcome(stack: Stack, dir: string, say: (line: string) => void): void {
  const at = dir === '.local' ? '' : ` --dir ${dir}`;
  const people = [...demoMembers, demoOperator].map(
    (member) => `  ${member.login.padEnd(8)} ${member.password.padEnd(16)} ${member.name}`,
  );
  say(`
Shinkan is running.

  Web app        ${stack.web}
  Mail inbox     ${stack.inbox}
  Sample shop    ${stack.shop.url}
  Console        ${stack.console}
  GraphQL        ${stack.graphql}  (x-api-key: ${stack.apiKey})
  Everything     ${dir}/stack.json

Members of the sample shop (login, password):
${people.join('\n')}

Try this:
  1. Open ${stack.web}, sign in as hanako and press 「発売を知らせて」 on a book.
  2. npx shinkan sell --next 3${at}
     The page says 「発売になりました」, and the inbox holds a mail for those who waited.
  3. npx shinkan ingest FILE --profile shinkan${at}
     When a file is held or refused, the inbox holds a mail to the operator, ${stack.operator.email}.

Ctrl-C stops everything; npm start -- --fresh starts from an empty state.`);
}
