extension String.UTF8View {
  /// Whether the last bytes of a name are an ending such as `.md`, in small letters or capitals, and something stands before
  /// it.
  public func hasEnding(_ ending: String) -> Bool {
    count > ending.utf8.count
      && suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 == $1 || $0.isASCIILetter && $0 | 0x20 == $1 }
  }
}
