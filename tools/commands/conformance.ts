import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { addCommand } from '../cli/addCommand.ts';

export function addConformance(program: CommandUnknownOpts): void {
  const conformance = addCommand(
    program,
    'conformance',
    'check the local AppSync, or a deployed API, against docs/conformance.md',
  )
    .option('--endpoint <url>', 'the deployed API to check', readUrl)
    .option('--api-key <key>', 'its API key')
    .option('--closed-endpoint <url>', 'the deployed API without introspection', readUrl)
    .option('--closed-api-key <key>', 'its API key')
    .option('--guarded-endpoint <url>', 'the deployed API behind an authorizer', readUrl)
    .option('--sign', 'also check requests signed with the AWS credentials at hand', false)
    .option('--only <suite>', 'check one suite')
    .option('--json <file>', 'write the report to a file')
    .action(async (question) => {
      if (question.endpoint !== undefined && question.apiKey === undefined) {
        conformance.error('error: --endpoint needs --api-key');
      }
      const { checkApi } = await import('../conformance/checkApi.ts');
      process.exitCode = await checkApi(question);
    });
}

function readUrl(text: string): string {
  if (URL.canParse(text)) return text;
  throw new InvalidArgumentError('Expected an address such as https://….');
}
