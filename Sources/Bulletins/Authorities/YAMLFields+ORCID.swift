import YAML

extension YAMLFields {
  /// An ORCID iD, whose last character checks the others.
  mutating func orcid(_ key: String) -> ORCID? {
    guard let text = text(key) else { return nil }
    switch ORCID.read(text) {
    case .success(let orcid): return orcid
    case .failure(let problem):
      wrong(valueOf: key, problem.message(about: text, kind: ORCID.kind), help: problem.help)
      return nil
    }
  }
}
