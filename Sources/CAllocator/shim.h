#include <malloc.h>

// Part of programs that are linked with TCMalloc, as the finished one is; the C library's allocator serves the others.
extern void MallocExtension_ReleaseFreeMemory(void) __attribute__((weak));

// Gives the system back what was freed.
static inline void allocator_release_free_memory(void) {
  if (MallocExtension_ReleaseFreeMemory) {
    MallocExtension_ReleaseFreeMemory();
  } else {
    malloc_trim(0);
  }
}
