import Foundation

/// The time that it is to the program, which decides which texts are due.
enum Clock {
  /// Seconds since 1970: those of `SOURCE_DATE_EPOCH`, for builds that are to be the same at any time, or the system's.
  static var now: Int {
    get throws(UsageError) {
      guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
        return Int(Date().timeIntervalSince1970)
      }
      guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
        throw UsageError("SOURCE_DATE_EPOCH must be a number of seconds since 1970, not “\(text)”")
      }
      return seconds
    }
  }
}
