import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { Command, Help } from '@commander-js/extra-typings';
import { addBench } from '../commands/bench.ts';
import { addCatalogue } from '../commands/catalogue.ts';
import { addCodegen } from '../commands/codegen.ts';
import { addCompletion } from '../commands/completion.ts';
import { addConformance } from '../commands/conformance.ts';
import { addDeploy } from '../commands/deploy.ts';
import { addDev } from '../commands/dev.ts';
import { addEvaluateCode } from '../commands/evaluateCode.ts';
import { addFuzz } from '../commands/fuzz.ts';
import { addIngest } from '../commands/ingest.ts';
import { addLighthouse } from '../commands/lighthouse.ts';
import { addMailPreview } from '../commands/mailPreview.ts';
import { addMails } from '../commands/mails.ts';
import { addScreenshots } from '../commands/screenshots.ts';
import { addSecurity } from '../commands/security.ts';
import { addSell } from '../commands/sell.ts';
import { addStart } from '../commands/start.ts';
import { addStop } from '../commands/stop.ts';
import { addTest } from '../commands/test.ts';
import { addVerify } from '../commands/verify.ts';
import { root } from '../root.ts';
import { passOptionsDown } from './addCommand.ts';
import { setSpeech } from './output.ts';

/** The commands as `shinkan --help` groups and orders them. */
const GROUPS = {
  'Running:': [addStart, addDev, addStop, addSell],
  'Operating:': [addIngest, addMails, addCatalogue],
  'Developing:': [
    addVerify,
    addTest,
    addCodegen,
    addMailPreview,
    addLighthouse,
    addScreenshots,
    addDeploy,
  ],
  'Measuring and attacking:': [addBench, addSecurity, addConformance, addEvaluateCode, addFuzz],
  'Shell:': [addCompletion],
};

const help = new Help();
/** Defaults that say nothing. */
const NO_DEFAULT = / \(default: (false|"")\)/;

/** The whole command line. */
export function createProgram() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const program = new Command('shinkan')
    .description('Run, operate, develop and measure Shinkan.')
    .version(version, '--version', 'print the version')
    .option('--quiet', 'print only results and errors')
    .option('--debug', 'print the stack trace of an error')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError('(use --help to list commands and options)')
    .configureHelp({
      styleTitle: (title) => styleText('bold', title, { validateStream: false }),
      subcommandTerm: (command) => help.subcommandTerm(command).replace(' [options]', ''),
      optionDescription: (option) => help.optionDescription(option).replace(NO_DEFAULT, ''),
    })
    .hook('preSubcommand', passOptionsDown)
    .hook('preAction', (_, command) => setSpeech(command.opts()));
  for (const [heading, adds] of Object.entries(GROUPS)) {
    program.commandsGroup(heading);
    for (const add of adds) add(program);
  }
  program.helpCommand('help [command]', 'print the help of a command');
  return program;
}
