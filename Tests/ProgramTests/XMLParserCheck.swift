import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether bytes are well-formed XML.
enum XMLParserCheck {
  static func isWellFormed(_ data: Data) -> Bool { XMLParser(data: data).parse() }
}
