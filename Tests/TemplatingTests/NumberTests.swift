import TestSupport
import Testing

@testable import Templating

@Suite("Whole numbers without end")
struct NumberTests {
  @Test(
    "they compute as Python does",
    arguments: [
      ("{{ 2 ** 200 }}", "1606938044258990275541962092341162602522202993782792835301376"),
      ("{{ 2 ** 64 - 2 ** 64 + 5 }}", "5"), ("{{ -(2 ** 70) // 3 }}", "-393530540239137101142"),
      ("{{ -(2 ** 70) % 3 }}", "2"), ("{{ 2 ** 70 // -3 }} {{ 2 ** 70 % -3 }}", "-393530540239137101142 -2"),
      ("{{ 9223372036854775807 * 9223372036854775807 }}", "85070591730234615847396907784232501249"),
      ("{{ -9223372036854775808 }} {{ -9223372036854775808 - 1 }}", "-9223372036854775808 -9223372036854775809"),
      ("{{ 2 ** 64 > 2 ** 63 }} {{ 2 ** 64 == 2 ** 64 }} {{ 2 ** 64 < 1.5 }}", "True True False"),
      ("{{ (2 ** 64) / (2 ** 63) }}", "2.0"), ("{{ 0xFFFFFFFFFFFFFFFFFF }}", "4722366482869645213695"),
      ("{{ '340282366920938463463374607431768211456' | int - 2 ** 128 }}", "0"),
      ("{{ -(2 ** 65) | abs }}", "36893488147419103232"),
      ("{{ (-(2 ** 65)) | abs }}", "36893488147419103232"), ("{{ [2 ** 65, 3] | sort | first }}", "3"),
      ("{{ '{:,}'.format(2 ** 70) }}", "1,180,591,620,717,411,303,424"),
      ("{{ range(2 ** 53 + 1, -9223372036854775807 - 1) }}", "[]"),
      (
        "{{ range(-9223372036854775807 - 1, 9223372036854775807, 9223372036854775807) }}",
        "[-9223372036854775808, -1, 9223372036854775806]"
      ),
      ("{{ range(9223372036854775806, 9223372036854775807, 5) }}", "[9223372036854775806]"),
      ("{{ 2 ** 0 }} {{ 0 ** 0 }} {{ 2 ** -1 }}", "1 1 0.5"),
    ])
  func arithmetic(template: String, output: String) {
    #expect(render(template) == output)
  }

  @Test("division undoes multiplication, for thousands of pairs")
  func division() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<3_000 {
      let (a, b) = (
        BigInteger(.random(in: .min ... .max, using: &random)), BigInteger(.random(in: 1 ... .max, using: &random))
      )
      let c = BigInteger(.random(in: 0..<1_000_000, using: &random))
      let product = try #require(a.times(b)).plus(c)
      let (quotient, remainder) = product.divided(by: b)
      #expect(try #require(quotient.times(b)).plus(remainder).equals(product))
      #expect(!remainder.isNegative && remainder.isLess(than: b))
      let parsed = try #require(BigInteger(product.description.utf8.drop { $0 == UInt8(ascii: "-") }))
      #expect((product.isNegative ? parsed.negated : parsed).equals(product))
    }
  }
}
