// The functions themselves, so that they are compiled as the rest of the program is: a third fewer instructions for each
// byte than the system's library takes.
#define XXH_INLINE_ALL
#include <xxhash.h>

// A macro gives the library's own function another name, which Swift can't see.
static inline XXH128_hash_t xxh3_128(const void *bytes, size_t count) {
  return XXH3_128bits(bytes, count);
}
