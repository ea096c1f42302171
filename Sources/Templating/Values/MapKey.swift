import Text

/// How keys of a map are compared: numbers by value, texts by bytes, tuples by what they hold, all else by identity.
enum MapKey: Hashable {
  case none, undefined
  case whole(Int)
  case number(Double)
  case big(BigInteger)
  case text(Bytes)
  case tuple([MapKey])
  case record(high: UInt64, low: UInt64)
  case callable(ObjectIdentifier)
}
