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

/// The parts in which the fields of an issue are shown, each in the order of the declarations.
public enum FieldGroup: Sendable, CaseIterable {
  /// What a masthead prints.
  case printed
  /// What only keys say about the issue.
  case descriptive
  /// When and under which addresses it is out.
  case publication
  /// What it has to do with other issues.
  case relations

  fileprivate var fields: [MetadataField] {
    switch self {
    case .printed: Metadata.printedFields
    case .descriptive: Metadata.descriptiveFields
    case .publication: Metadata.publicationFields
    case .relations: Metadata.relationFields
    }
  }
}

extension Issue {
  /// What is shown of a part of its fields.
  public func inspected(_ group: FieldGroup) -> [InspectedField] {
    group.fields.compactMap { $0.property?.inspected(self) }
  }
}
