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

  /// How many headers of a name a request has.
  func count(of name: String, _ connection: OpaquePointer) -> Int {
    unsafe withUnsafePointer(to: table) { unsafe Int(microhttpd_headers($0, connection, name)) }
  }

  /// A header, or a part of the query.
  func value(_ name: String, _ kind: MHD_ValueKind, _ connection: OpaquePointer) -> String? {
    unsafe table.header(connection, kind, name).map { unsafe String(cString: $0) }
  }
}
