import Text

/// What the head of a request says of whom it is for and of what follows it, where two programs could understand two things.
struct RequestHead {
  /// Whether each name is a word, and nothing is hidden behind a NUL.
  let isWhole: Bool
  /// `HTTP/1.1`
  let version: String
  let hosts: [String]
  let lengths: [String]
  let encodings: [String]

  /// The status that refuses the request, and why; `nil` for one that can be understood in one way only.
  var refusal: (status: Int, words: String)? {
    if !isWhole { return (400, "A header of this request has no name that can be one, or a NUL stands in it.") }
    if hosts.count > 1 || hosts.isEmpty && version == "HTTP/1.1" { return (400, "A request names one host.") }
    if let first = lengths.first {
      let isNumber = !first.isEmpty && first.utf8.allSatisfy(\.isASCIIDigit)
      if !isNumber || lengths.contains(where: { $0 != first }) {
        return (400, "The length of what follows the headers is one number.")
      }
      if !encodings.isEmpty { return (400, "What follows the headers has a length or an encoding, not both.") }
    }
    if encodings.count > 1 || encodings.contains(where: { $0.lowercased() != "chunked" }) {
      return (501, "This encoding is not known here.")
    }
    return nil
  }

  /// Whether something is to follow the headers.
  var announcesBody: Bool { !encodings.isEmpty || lengths.contains { $0 != "0" } }
}
