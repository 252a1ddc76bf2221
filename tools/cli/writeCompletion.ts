import type { CommandUnknownOpts } from '@commander-js/extra-typings';

const COMPLETERS = {
  bash: `_shinkan() {
  local place word
  _shinkan_place "\${COMP_WORDS[@]:0:COMP_CWORD}"
  COMPREPLY=($(compgen -W "$(_shinkan_words "$place" | cut -f 1)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _shinkan shinkan npx`,
  zsh: `_shinkan() {
  local place word
  local -a found
  _shinkan_place "\${(@)words[1,CURRENT-1]}"
  for word in "\${(@f)$(_shinkan_words "$place")}"; do
    [ -n "$word" ] && found+=("\${word/$'\\t'/:}")
  done
  _describe shinkan found || _files
}
compdef _shinkan shinkan npx`,
};

/**
 * A shell completion script, also for `npx shinkan`. A place consists of the commands typed so far,
 * and the option whose value comes next: `ingest runs`, `start --port`. Each place has words, with
 * their descriptions after a tab; if none fits, the shell completes file names.
 */
export function writeCompletion(
  program: CommandUnknownOpts,
  shell: keyof typeof COMPLETERS,
): string {
  const cases = [...listPlaces(program, [])].map(({ place, words }) => {
    const quoted = words.map((word) => ` \\\n      ${quote(word)}`).join('');
    return `    ${quote(place.join(' '))}) printf '%s\\n'${quoted} ;;`;
  });
  return `_shinkan_words() {
  case $1 in
${cases.join('\n')}
    *) return 1 ;;
  esac
}
_shinkan_place() {
  place=
  if [ "$1" = npx ]; then
    shift
    [ "$1" = shinkan ] || place=npx
  fi
  shift
  for word; do
    case $place in
      *' --'*) place=\${place% --*} ;;
      *) _shinkan_words "\${place:+$place }$word" > /dev/null && place="\${place:+$place }$word" ;;
    esac
  done
}
${COMPLETERS[shell]}`;
}

/** The words at each place of a command and of its subcommands. */
function* listPlaces(
  command: CommandUnknownOpts,
  place: string[],
): Generator<{ place: string[]; words: string[] }> {
  const help = command.createHelp();
  const options = help.visibleOptions(command);
  yield {
    place,
    words: [
      ...help.visibleCommands(command).map((sub) => `${sub.name()}\t${sub.description()}`),
      ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
      ...options.map(({ long, description }) => `${long}\t${description}`),
    ],
  };
  for (const { long, required, argChoices = [] } of options) {
    if (required) yield { place: [...place, `${long}`], words: [...argChoices] };
  }
  for (const sub of command.commands) yield* listPlaces(sub, [...place, sub.name()]);
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
