import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { engineOption, useEngine } from '../cli/options.ts';

export function addTest(program: CommandUnknownOpts): void {
  // All other options are Vitest's.
  program
    .command('test')
    .description('run the tests that prove the product, or those that arguments for Vitest select')
    .argument('[vitest...]', 'paths and options, such as test/unit or -t "bar 23"')
    .addOption(engineOption())
    .hook('preAction', useEngine)
    .allowUnknownOption()
    .action(async (selection) => {
      const { runTests } = await import('../checks/runTests.ts');
      process.exitCode = await runTests(selection);
    });
  addCommand(
    program,
    'test:all',
    'run what "test" leaves out: the tests of local/, the long bars and each bench once',
  ).action(async () => {
    const { runLongTests } = await import('../checks/runTests.ts');
    process.exitCode = await runLongTests();
  });
  addCommand(
    program,
    'test:mutate',
    'change code in small ways and list the changes that no test notices',
  )
    .argument('[files...]', 'such as domain/isbn/asIsbn.ts,client/src/**; all by default')
    .action(async (files) => {
      const { runMutations } = await import('../checks/mutation/runMutations.ts');
      process.exitCode = await runMutations(files);
    });
  addCommand(
    program,
    'test:nightly',
    'run every bar at its full size, and the fuzzers; takes hours',
  ).action(async () => {
    const { runNightlyTests } = await import('../checks/runTests.ts');
    process.exitCode = await runNightlyTests();
  });
}
