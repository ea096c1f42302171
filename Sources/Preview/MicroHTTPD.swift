import CMicroHTTPD
import Glibc

/// libmicrohttpd's functions, found when they are first needed.
///
/// Unchecked, because the table is filled once and only read afterwards.
struct MicroHTTPD: @unchecked Sendable {
  let table: microhttpd

  init() throws(PreviewError) {
    var table = microhttpd()
    guard unsafe microhttpd_load(&table) != 0 else {
      throw PreviewError("the preview needs libmicrohttpd; install it with `apt-get install libmicrohttpd12`")
    }
    self.table = table
  }

  func start(_ options: inout microhttpd_options) -> OpaquePointer? {
    unsafe withUnsafePointer(to: table) { unsafe microhttpd_start($0, &options) }
  }

  func stop(_ daemon: OpaquePointer) { unsafe table.stop(daemon) }

  func socket(of connection: OpaquePointer) -> Int32 {
    unsafe withUnsafePointer(to: table) { unsafe microhttpd_socket($0, connection) }
  }

  /// The values of all headers of a name, in whatever letters it is written.
  func values(of name: String, _ connection: OpaquePointer) -> [String] {
    var values: [String] = []
    // The values are copied before the call returns.
    unsafe withUnsafeMutablePointer(to: &values) { values in
      unsafe withUnsafePointer(to: table) { table in
        unsafe microhttpd_each(
          table, connection, name,
          { closure, value in
            guard let value = unsafe value else { return }
            unsafe closure?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: value))
          }, values)
      }
    }
    return values
  }

  /// Whether the names of all headers are words, and no NUL hides what stands behind it.
  ///
  /// - Parameters:
  ///   - method: The first word of the request, as libmicrohttpd lends it.
  ///   - version: The last word of its first line.
  func isWhole(
    _ connection: OpaquePointer, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
  ) -> Bool {
    unsafe withUnsafePointer(to: table) { unsafe microhttpd_is_whole($0, connection, method, version) != 0 }
  }

  /// A header, or a part of the query.
  func value(_ name: String, _ kind: MHD_ValueKind, _ connection: OpaquePointer) -> String? {
    unsafe table.header(connection, kind, name).map { unsafe String(cString: $0) }
  }
}
