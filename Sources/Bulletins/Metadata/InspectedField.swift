import Coding

/// What `inspect` prints of a field.
public struct InspectedField {
  /// The field's key.
  public let name: String
  /// Its value in a line of text; `nil` where it has none, or is not shown there.
  public let text: String?
  /// Its value as members of a JSON object.
  public let members: [(String, JSON)]
}

extension Issue {
  /// What is shown of the fields that a masthead prints, in its order.
  public var printedFields: [InspectedField] { inspected(Metadata.printedFields) }

  /// What is shown of the fields that only keys give.
  public var otherFields: [InspectedField] { inspected(Metadata.otherFields) }

  private func inspected(_ fields: [MetadataField]) -> [InspectedField] {
    fields.compactMap { $0.property?.inspected(self) }
  }
}
