extension DateWords {
  /// A month's name and its other forms.
  public struct Month: Sendable {
    /// The name by itself, as a message writes it.
    public let name: String
    /// The form that a day is written with.
    public let inDates: String
    /// Every form in which a date may name it, in lower case.
    public let forms: [String]

    /// A month; the form in dates is the name, unless the language has another, and `also` are more that are read.
    public init(_ name: String, inDates: String? = nil, also others: [String] = []) {
      self.name = name
      self.inDates = inDates ?? name
      forms = ([self.inDates] + (self.inDates == name ? [] : [name]) + others).map { $0.lowercased() }
    }
  }
}
