import Coding
import Text

extension Linker {
  /// What each template, with all that take part when it makes a page, reads.
  var dependencies: [String: TemplateDependencies] {
    compilers.keys.reduce(into: [:]) { found, page in
      var names = Set([page])
      var open = [page]
      var uses = VariableUses()
      while let name = open.popLast() {
        guard let compiler = compilers[name] else { continue }
        uses.add(compiler.uses)
        let named = compiler.uses.isOpen ? Array(compilers.keys) : compiler.references.map(\.name)
        for next in named where names.insert(next).inserted { open.append(next) }
      }
      let templates = names.sorted()
      var writer = BinaryWriter()
      for name in templates {
        writer.put(name)
        writer.put(programs[name]?.fingerprint.bytes ?? [])
      }
      found[page] = TemplateDependencies(
        templates: templates, fingerprint: writer.fingerprint, parts: uses.parts,
        isPure: uses.isPure)
    }
  }
}
