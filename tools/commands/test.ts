import type { CommandUnknownOpts } from '@commander-js/extra-typings';

export function addTest(program: CommandUnknownOpts): void {
  // All options except --help are Vitest's.
  program
    .command('test')
    .description('run the tests, all of them or those that arguments for Vitest select')
    .argument('[vitest...]', 'paths and options, such as test/unit or -t "bar 23"')
    .allowUnknownOption()
    .action(async (selection) => {
      const { runTests } = await import('../checks/runTests.ts');
      process.exitCode = await runTests(selection);
    });
}
