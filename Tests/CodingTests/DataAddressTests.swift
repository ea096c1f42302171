import Testing
import Text

@testable import Coding

/// Files in addresses.
@Suite("Addresses that hold files")
struct DataAddressTests {
  @Test("the examples of RFC 4648, and all bytes")
  func examples() {
    let examples = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "foobar": "Zm9vYmFy"]
    for (text, letters) in examples {
      #expect(DataAddress.letters(of: Bytes(text.utf8)) == Bytes(letters.utf8), "\(text)")
    }
    #expect(DataAddress.body(of: Bytes("foo".utf8), "image/png") == Bytes("image/png;base64,Zm9v".utf8))
    #expect(DataAddress.letters(of: [0xFB, 0xFF, 0xFE]) == Bytes("+//+".utf8))
  }
}
