/// What happens where a template uses a value that nothing gave.
public enum UndefinedRule: String, Sendable {
  /// It prints nothing and is false; an attribute of it is a failure.
  case lenient
  /// Its attributes are undefined, too.
  case chainable
  /// Any use but asking whether it is defined is a failure.
  case strict
}
