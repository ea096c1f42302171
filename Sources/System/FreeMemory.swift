import CAllocator

/// Memory that was freed and that the allocator keeps, since whoever works will mostly need as much again.
public enum FreeMemory {
  /// Gives it back to the system: before work that needs memory of other sizes, so that both are not held at once. The
  /// next page that is asked for costs a call of the system again: not for hot loops.
  public static func release() { allocator_release_free_memory() }
}
