import Testing

@testable import Bulletins

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "a licence of Creative Commons has its address, however it is written; others have none",
    arguments: [
      ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
      ("cc-by-nc-nd-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
      ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
      ("https://example.org/terms", "https://example.org/terms"), ("CC BY", nil), ("CC BY-ND-SA 4.0", nil),
      ("CC BY 9.0", nil), ("All rights reserved", nil), ("javascript:x", nil), ("", nil),
    ])
  func licenses(name: String, address: String?) { #expect(LicenseAddress.of(name) == address) }

  @Test(
    "an ORCID iD is read in every usual form, and has one",
    arguments: [
      "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "http://www.orcid.org/0000-0002-1825-0097/",
      "orcid.org/0000-0002-1825-0097", "ORCID: https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097",
      "ORCID iD: 0000 0002 1825 0097", "0000000218250097",
      "0000–0002–1825–0097", " 0000-0002-1825-0097 ",
    ])
  func orcid(text: String) {
    #expect(ORCID(text)?.description == "0000-0002-1825-0097")
    #expect(ORCID(text)?.address == "https://orcid.org/0000-0002-1825-0097")
  }

  @Test(
    "a name and an address may both stand before a DOI",
    arguments: [
      "10.5555/Bay.3", "doi:10.5555/Bay.3", "DOI 10.5555/Bay.3", "DOI: https://dx.doi.org/10.5555/Bay.3",
      "doi.org/10.5555/Bay.3", "DOI https://doi.org/10.5555/Bay.3",
    ])
  func doiWithName(text: String) { #expect(DOI(text)?.description == "10.5555/Bay.3") }

  @Test("the last character of an ORCID iD may be an X, in either case, and only the last")
  func orcidWithX() {
    #expect(ORCID("0000-0002-1694-233x")?.description == "0000-0002-1694-233X")
    #expect(ORCID("0000-0002-169X-2330") == nil)
  }

  @Test("a mistyped ORCID iD is told with the character that would be right")
  func mistypedORCID() {
    #expect(ORCID.read("0000-0002-1825-0098") == .failure(.wrongCheckCharacter(right: "7")))
    #expect(ORCID.read("0000-0002-1694-2335") == .failure(.wrongCheckCharacter(right: "X")))
    for text in ["", "0000-0002-1825", "0000-0002-1825-00977", "https://example.org/0000-0002-1825-0097", "Ada"] {
      guard case .failure(.unreadable) = ORCID.read(text) else {
        Issue.record("“\(text)” is no ORCID iD")
        continue
      }
    }
  }

  @Test("every digit of an ORCID iD and of an ISSN is checked, and every exchange of two neighbours")
  func everyDigit() {
    func mistakes(_ text: String) -> [String] {
      let digits = Array(text)
      let places = digits.indices.filter { digits[$0] != "-" }
      let wrong = places.map { place in
        var other = digits
        other[place] = digits[place] == "3" ? "4" : "3"
        return String(other)
      }
      let exchanged = zip(places, places.dropFirst()).map { one, two in
        var other = digits
        other.swapAt(one, two)
        return String(other)
      }
      return (wrong + exchanged).filter { $0 != text }
    }
    #expect(ISSN("0317-8471") != nil && ORCID("0000-0002-1825-0097") != nil)
    for text in mistakes("0000-0002-1825-0097") { #expect(ORCID(text) == nil, "\(text)") }
    for text in mistakes("0317-8471") { #expect(ISSN(text) == nil, "\(text)") }
  }

  @Test(
    "an ISSN is read in every usual form, and has one",
    arguments: [
      "2434-561X", "2434-561x", "2434561X", "ISSN 2434-561X", "issn: 2434-561x", "urn:ISSN:2434-561X",
      "https://portal.issn.org/resource/ISSN/2434-561X", "2434 – 561X",
    ])
  func issn(text: String) { #expect(ISSN(text)?.description == "2434-561X") }

  @Test("a mistyped ISSN is told with the character that would be right")
  func mistypedISSN() {
    #expect(ISSN.read("0317-8472") == .failure(.wrongCheckCharacter(right: "1")))
    #expect(ISSN.read("2434-5611") == .failure(.wrongCheckCharacter(right: "X")))
    #expect(ISSN("0317-847") == nil && ISSN("0317-84711") == nil && ISSN("X317-8471") == nil)
  }

  @Test(
    "a DOI is read in every usual form, and has one",
    arguments: [
      "10.5555/quay.7", "doi:10.5555/quay.7", "DOI: 10.5555/quay.7", "https://doi.org/10.5555/quay.7",
      "http://dx.doi.org/10.5555/quay.7", "doi.org/10.5555/quay.7", "https://doi.org/10.5555%2Fquay.7",
    ])
  func doi(text: String) {
    #expect(DOI(text)?.description == "10.5555/quay.7")
    #expect(DOI(text)?.address == "https://doi.org/10.5555/quay.7")
  }

  @Test("what is unusual in a DOI is encoded in its address")
  func unusualDOI() {
    #expect(DOI("10.1016/S0140(05)<1>")?.address == "https://doi.org/10.1016/S0140%2805%29%3C1%3E")
    #expect(DOI("10.5555/50%25")?.description == "10.5555/50%25")
    #expect(DOI("https://doi.org/10.5555/a%28b%29")?.description == "10.5555/a(b)")
  }

  @Test(
    "what has not the form of a DOI is none",
    arguments: [
      "", "10.5555", "10.5555/", "10./x", "11.5555/x", "10.5555/a b", "10.55x5/a", "https://example.org/10.5555/x",
    ])
  func noDOI(text: String) { #expect(DOI(text) == nil) }
}
