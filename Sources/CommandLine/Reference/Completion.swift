/// What a shell needs to complete commands, options and their values: made of the table of commands.
enum Completion: String, CaseIterable {
  case bash, zsh, fish

  /// The script for the shell.
  var script: String {
    switch self {
    case .bash: Completion.bashScript
    case .zsh: Completion.zshScript
    case .fish: Completion.fishScript
    }
  }

  private static func options(of command: Command) -> [Option] { command.options + [.help] }

  private static var bashScript: String {
    let cases = Command.all.map { command in
      "    \(command.name)) words=\"\(options(of: command).map(\.name).joined(separator: " "))\" ;;\n"
    }
    let choices = Command.all.flatMap { command in
      command.options.filter { !$0.choices.isEmpty }.map { option in
        "    \(command.name)\\ \(option.name)) words=\"\(option.choices.joined(separator: " "))\" ;;\n"
      }
    }
    return """
      # Completion of bulletin for bash: source this file, or put it into bash-completion's folder as `bulletin`.
      _bulletin() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" words=""
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\((Command.all.map(\.name) + ["help"]).joined(separator: " "))" -- "$word"))
          return
        fi
        case "$command $before" in
      \(choices.joined())    esac
        if [ -z "$words" ] && [ "${word#-}" != "$word" ]; then
          case "$command" in
      \(cases.joined())    esac
        fi
        if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); fi
      }
      complete -o default -F _bulletin bulletin

      """
  }

  private static var zshScript: String {
    let commands = Command.all.map { "    '\($0.name):\(quoted($0.summary))'\n" }.joined()
    let cases = Command.all.map { command in
      let specifications = options(of: command).map { option in
        let values = option.choices.isEmpty ? "_files" : "(\(option.choices.joined(separator: " ")))"
        return "'\(option.name)[\(quoted(option.summary))]\(option.value.map { ":\($0):\(values)" } ?? "")'"
      }
      return "    \(command.name)) _arguments \(specifications.joined(separator: " ")) '*:file:_files' ;;\n"
    }
    return """
      #compdef bulletin
      # Completion of bulletin for zsh: put this file into a folder of $fpath as `_bulletin`.
      _bulletin() {
        local -a commands
        commands=(
      \(commands)  )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases.joined())  esac
      }
      _bulletin "$@"

      """
  }

  private static var fishScript: String {
    let commands = Command.all.map { command in
      "complete -c bulletin -n __fish_use_subcommand -f -a \(command.name) -d '\(quoted(command.summary))'\n"
    }
    let switches = Command.all.flatMap { command in
      options(of: command).map { option in
        let values = option.choices.isEmpty ? " -r" : " -x -a '\(option.choices.joined(separator: " "))'"
        return "complete -c bulletin -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name.dropFirst(2))"
          + (option.value == nil ? "" : values) + " -d '\(quoted(option.summary))'\n"
      }
    }
    return "# Completion of bulletin for fish: put this file into ~/.config/fish/completions as `bulletin.fish`.\n"
      + (commands + switches).joined()
  }

  /// A text inside of single quotation marks, where neither brackets nor colons mean anything.
  private static func quoted(_ text: String) -> String {
    text.replacing("'", with: "’").replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: ",")
  }
}
