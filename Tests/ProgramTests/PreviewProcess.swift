import Foundation
import TestSupport
import Testing

/// A preview of a copy of the sample site, or of another one, by the real program. A class, because its end ends the program.
///
/// The system's calls read and write variables while they run, and keep no way to them.
final class PreviewProcess {
  let site = Project.newFolder()
  private(set) var port = 0
  private let process = Process()

  init(
    of sample: String = Project.folder, environment: [String: String] = [:],
    _ prepare: (String) throws -> Void = { _ in }
  ) throws {
    try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
    for folder in ["Content", "Templates"] {
      try FileManager.default.copyItem(atPath: sample + "/" + folder, toPath: site + "/" + folder)
    }
    try prepare(site)
    process.executableURL = URL(filePath: Project.program)
    process.arguments = ["preview", "--site", site]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let said = Pipe()
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = ""
    while !line.contains("\n"), let byte = try said.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      line += String(decoding: byte, as: UTF8.self)
    }
    let number = line.split(separator: ":").dropFirst(2).first?.prefix { $0.isNumber }
    port = try #require(number.flatMap { Int($0) }, "the preview says: \(line)")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: site)
  }

  /// Ends the program as Ctrl-C does; the result is its exit status.
  func interrupt() -> Int32 {
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What the program answered.
  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: Data
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Asks for an address as a browser does.
  func get(_ path: String, _ headers: String...) throws -> Answer {
    try send(
      "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n\(headers.map { $0 + "\r\n" }.joined())Connection: close\r\n\r\n"
    )
  }

  /// Sends bytes as they are, and reads until the other side closes.
  func send(_ request: String) throws -> Answer {
    let socket = try connect()
    defer { close(socket) }
    let bytes = Array(request.utf8)
    _ = unsafe Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    return try answer(from: socket)
  }

  /// A connection on which nothing was said.
  func connect() throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    return socket
  }

  /// Everything that comes until the other side closes.
  func answer(from socket: Int32) throws -> Answer {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe recv(socket, &buffer, buffer.count, 0)
      if count <= 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return Answer(status: 0, headers: [:], body: bytes) }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      return (parts[0].lowercased(), parts.count > 1 ? parts[1] : "")
    }
    return Answer(
      status: Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0,
      headers: Dictionary(headers, uniquingKeysWith: { $1 }), body: bytes[end.upperBound...])
  }

  /// Asks for an address until the answer is as it should be.
  func wait(for path: String, seconds: Double = 10, until isRight: (Answer) -> Bool) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      if isRight(try get(path)) { return }
      usleep(20_000)
    }
    Issue.record("\(path) does not become what it should")
  }
}
