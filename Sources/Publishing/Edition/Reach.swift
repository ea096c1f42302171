/// How far a change reaches from one edition to the next.
enum Reach: Sendable, Equatable {
  /// Only what pages show of the texts of some files differs; lists, people, topics and addresses are as they were.
  case texts(Set<String>)
  /// Any page may differ.
  case everything
}
