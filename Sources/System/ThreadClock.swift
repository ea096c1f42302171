import Glibc

/// How long a thread has worked, whatever else the machine did meanwhile.
public enum ThreadClock {
  /// The seconds that the calling thread has used of a processor.
  public static var seconds: Double {
    var time = timespec()
    // The clock is there on every Linux, and writes the one structure that it is given.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
