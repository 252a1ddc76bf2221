import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { inCheckout } from '../cli/options.ts';

export function addEvaluateCode(program: CommandUnknownOpts): void {
  addCommand(program, 'evaluate-code', 'run the cases of the resolver runtime')
    .option('--send', "also run them on AWS through AppSync's EvaluateCode and compare", false)
    .option('--cases <folder>', 'where the cases are', inCheckout('tools/evaluateCode/cases'))
    .option('--only <words>', 'only cases whose names contain this', '')
    .action(async ({ cases, only, send }) => {
      const { compareCases } = await import('../evaluateCode/compareCases.ts');
      process.exitCode = await compareCases(cases, only, send);
    });
}
