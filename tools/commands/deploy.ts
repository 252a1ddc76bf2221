import type { CommandUnknownOpts } from '@commander-js/extra-typings';

export function addDeploy(program: CommandUnknownOpts): void {
  // All options except --help belong to `cdk deploy`, above all the stacks' parameters.
  program
    .command('deploy')
    .description('deploy all stacks to AWS; read docs/deploy.md first')
    .argument('[cdk...]', 'options for cdk deploy, such as --parameters')
    .allowUnknownOption()
    .action(async (options) => {
      const { deploy } = await import('../build/deploy.ts');
      process.exitCode = await deploy(options);
    });
}
