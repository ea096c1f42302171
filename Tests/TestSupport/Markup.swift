import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Just enough of a reader of markup for tests that compare one output with another.
public struct Markup: Equatable {
  /// The markup as it is written.
  public let raw: String

  /// Markup from a file, or a part of it.
  public init(_ raw: String) { self.raw = raw }

  /// Whether bytes are well-formed XML.
  public static func isWellFormedXML(_ data: Data) -> Bool { XMLParser(data: data).parse() }

  /// The markup with its entities read.
  public var text: String {
    var text = raw
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return text
  }

  /// The texts of all elements with a name.
  public func parts(_ tag: String) -> [String] {
    raw.components(separatedBy: "<\(tag)").dropFirst().compactMap { rest in
      guard let open = rest.firstIndex(of: ">"), let close = rest.range(of: "</\(tag)>") else { return nil }
      return Markup(String(rest[rest.index(after: open)..<close.lowerBound])).text
    }
  }

  /// What is inside of the first element with a name.
  public func part(_ tag: String) -> Markup {
    guard let start = raw.range(of: "<\(tag)"), let open = raw[start.upperBound...].firstIndex(of: ">"),
      let close = raw[open...].range(of: "</\(tag)>")
    else { return Markup("") }
    return Markup(String(raw[raw.index(after: open)..<close.lowerBound]))
  }

  /// The values that an attribute has behind each place of a marker.
  public func attributes(_ name: String, after marker: String) -> [String] {
    raw.components(separatedBy: marker).dropFirst().compactMap { rest in
      guard let start = rest.range(of: "\(name)=\""), let end = rest[start.upperBound...].firstIndex(of: "\"") else {
        return nil
      }
      return Markup(String(rest[start.upperBound..<end])).text
    }
  }

  /// The value that an attribute has behind the first place of a marker.
  public func attribute(_ name: String, after marker: String) -> String? { attributes(name, after: marker).first }

  /// The values of an attribute in all elements, as they are written.
  public func values(of attribute: String) -> [String] {
    raw.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap {
      $0.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
    }
  }

  /// How often a text stands in the markup.
  public func count(of part: String) -> Int { raw.components(separatedBy: part).count - 1 }
}
