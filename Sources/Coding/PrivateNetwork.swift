/// The networks of homes and offices, which only they reach (RFC 1918).
public enum PrivateNetwork {
  /// Whether an address of four numbers that begins with these two is one of them.
  public static func has(_ first: Int, _ second: Int) -> Bool {
    switch (first, second) {
    case (10, _), (172, 16...31), (192, 168): true
    default: false
    }
  }
}
