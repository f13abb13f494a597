import ArgumentParser

/// What a shell completes after `hearsay`: commands, options and files.
///
/// ArgumentParser writes the scripts, but takes no notice of the command that is meant when none is named. So each gets
/// an ending, by which the files and options of `read` are offered without it as well: `hearsay art<Tab>`.
struct Completions {
  /// The shells that there is a script for, and where they look for it below `share`.
  static let all: [(shell: CompletionShell, path: String)] = [
    (.bash, "bash-completion/completions/hearsay"), (.zsh, "zsh/site-functions/_hearsay"),
    (.fish, "fish/vendor_completions.d/hearsay.fish"),
  ]

  /// The commands, by name.
  let commands: [String]

  /// The completions of the program.
  init() throws {
    commands = (try Tool.described().subcommands ?? []).map(\.commandName)
  }

  /// The script for a shell.
  func script(for shell: CompletionShell) -> String {
    let script = Hearsay.completionScript(for: shell)
    switch shell {
    case .bash: return script + bashEnding
    case .zsh: return zsh(script)
    default: return script + fishEnding(of: script)
    }
  }
}

// MARK: - The endings

extension Completions {
  /// Completes as if `read` had been typed where nothing else was.
  private var bashEnding: String {
    """


    # Without a command hearsay reads.
    _hearsay_or_read() {
        local -a commands=()
        if [[ "${COMP_CWORD}" -eq 1 ]]; then
            _hearsay "${@}"
            commands=("${COMPREPLY[@]}")
            COMPREPLY=()
        else
            case "${COMP_WORDS[1]}" in
            \(commands.joined(separator: "|")))
                _hearsay "${@}"
                return
                ;;
            esac
        fi
        COMP_WORDS=("${COMP_WORDS[0]}" read "${COMP_WORDS[@]:1}")
        COMP_CWORD=$((COMP_CWORD + 1))
        _hearsay "${@}"
        COMPREPLY+=("${commands[@]}")
    }

    complete -o filenames -F _hearsay_or_read hearsay

    """
  }

  /// The function that zsh calls first has to be the one of this name, so the generated one gets another.
  private func zsh(_ script: String) -> String {
    let tail = "\nif [[ \"${funcstack[1]}\" = _hearsay ]]; then"
    guard let end = script.range(of: tail), let start = script.range(of: "\n_hearsay() {\n") else {
      return script
    }
    return script[..<start.lowerBound] + "\n_hearsay_commands() {\n"
      + script[start.upperBound..<end.lowerBound] + """

        # Without a command hearsay reads.
        _hearsay() {
            local -i ret=1
            if (( CURRENT > 2 )) && [[ "${words[2]}" = (\(commands.joined(separator: "|"))) ]]; then
                _hearsay_commands "${@}"
                return
            fi
            if (( CURRENT == 2 )) && [[ "${words[2]}" != -* ]]; then
                _hearsay_commands "${@}" && ret=0
            fi
            _hearsay_read "${@}" && ret=0
            return "${ret}"
        }

        """ + script[end.lowerBound...]
  }

  /// The lines of `read` once more, for a line that names no command.
  private func fishEnding(of script: String) -> String {
    let condition = #"-n '__hearsay_should_offer_completions_for_[a-z_]+ "hearsay read"[^']*'"#
    guard let isOfRead = try? Regex(condition) else { return "" }
    let lines = script.split(separator: "\n").filter { $0.contains(isOfRead) }
      .map { $0.replacing(isOfRead, with: "-n __hearsay_reads") }
    return """


      # Without a command hearsay reads.
      function __hearsay_reads
          set -l tokens (__hearsay_tokens -pc)
          not contains -- "$tokens[2]" \(commands.joined(separator: " "))
      end
      \(lines.joined(separator: "\n"))

      """
  }
}
