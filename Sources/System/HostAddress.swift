import Coding
import Glibc
import Text

/// A numeric address of a machine.
public struct HostAddress: Sendable, Hashable, CustomStringConvertible {
  /// Four bytes, or sixteen.
  let bytes: Bytes

  /// Why a name has no address.
  public enum Unresolved: Error {
    /// No machine has the name.
    case unknown
    /// Nobody could be asked.
    case unanswered
  }

  /// The addresses of a name, or of a number that stands for one, as the system knows them.
  public static func all(of name: String) throws(Unresolved) -> [HostAddress] {
    var wanted = unsafe addrinfo()
    unsafe wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(name, nil, &wanted, &first)
    guard code == 0 else { throw code == EAI_NONAME || code == hasNoAddress ? .unknown : .unanswered }
    // The list lives until it is given back, at the end.
    defer { unsafe freeaddrinfo(first) }
    var found: [HostAddress] = []
    var next = unsafe first
    while let entry = unsafe next {
      if let address = unsafe HostAddress(entry.pointee), !found.contains(address) { found.append(address) }
      unsafe next = entry.pointee.ai_next
    }
    return found
  }

  /// `EAI_NODATA`, which the C library's headers give to some callers only: the name is known, and no machine has it.
  private static let hasNoAddress: Int32 = -5

  private init?(_ entry: addrinfo) {
    guard let address = unsafe entry.ai_addr else { return nil }
    // What the family says is what lies there.
    switch unsafe entry.ai_family {
    case AF_INET:
      let number = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self).sin_addr
      bytes = unsafe withUnsafeBytes(of: number) { unsafe Bytes($0) }
    case AF_INET6:
      let number = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self).sin6_addr
      bytes = unsafe withUnsafeBytes(of: number) { unsafe Bytes($0) }
    default: return nil
    }
  }

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// Whether it is one of the whole Internet: not of this machine, of a network of one's own, nor of one that is kept for
  /// other uses.
  public var isPublic: Bool {
    guard bytes.count == 16 else { return HostAddress.isPublic(bytes) }
    // One of the old kind, written as a new one.
    let mapped = Bytes(repeating: 0, count: 10) + [0xFF, 0xFF]
    if bytes.starts(with: mapped) { return HostAddress.isPublic(Bytes(bytes[12...])) }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return HostAddress.isPublic(Bytes(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return HostAddress.isPublic(Bytes(bytes[2..<6])) }
    let isDocumentation = bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
    // What is given out begins with the bits 001.
    return bytes[0] >> 5 == 1 && !isDocumentation
  }

  private static func isPublic(_ four: Bytes) -> Bool {
    if PrivateNetwork.has(Int(four[0]), Int(four[1])) { return false }
    return switch (four[0], four[1]) {
    case (0, _), (127, _), (224..., _): false
    case (100, 64...127), (169, 254), (198, 18...19): false
    case (192, 0): four[2] != 0 && four[2] != 2
    case (198, 51): four[2] != 100
    case (203, 0): four[2] != 113
    default: true
    }
  }

  /// The address as programs take it.
  public var description: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
    return "[\(groups.joined(separator: ":"))]"
  }
}
