import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';

export function addTest(program: CommandUnknownOpts): void {
  // All options except --help are Vitest's.
  program
    .command('test')
    .description('run the tests that prove the product, or those that arguments for Vitest select')
    .argument('[vitest...]', 'paths and options, such as test/unit or -t "bar 23"')
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
    'test:nightly',
    'run every bar at its full size, and the fuzzers; takes hours',
  ).action(async () => {
    const { runNightlyTests } = await import('../checks/runTests.ts');
    process.exitCode = await runNightlyTests();
  });
}
