/// Tells one start of the machine from another.
///
/// A machine that lost its power may have kept the sizes and times of files, and lost what was in them: stamps of before
/// say nothing of the bytes.
public enum MachineStart {
  /// The mark of this start; empty where the system has none.
  public static let current: [UInt8] =
    (try? FileAccess.read("/proc/sys/kernel/random/boot_id", largest: 1_024)) ?? []
}
