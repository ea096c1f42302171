/* Stands between a program and its disk, for tests: LD_PRELOAD=disk.so program …
 *
 *   DISK_CUT=N             the power fails before the Nth rename; 0: when the program ends
 *   DISK_SEED=N            chooses what becomes of each file that was not synced
 *   DISK_START=FILE        what the kernel's mark of its start is read from
 *   DISK_WITHOUT_LOCKS=1   the file system knows no locks
 *
 * Names are kept, as a journal keeps them. Of what was written and not synced, a file has all, the first half, or nothing
 * but noughts; its size, but for halves, and its times are what they were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { most = 20000 };
static char *unsynced[most];
static int count, renames;
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

static int number(const char *name) {
  const char *text = getenv(name);
  return text ? atoi(text) : -1;
}

static int path_of(int descriptor, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, 4095);
  if (length <= 0) return 0;
  path[length] = 0;
  return path[0] == '/';
}

static void note(int descriptor) {
  char path[4096];
  struct stat status;
  if (number("DISK_CUT") < 0 || fstat(descriptor, &status) || !S_ISREG(status.st_mode) || !path_of(descriptor, path)) return;
  pthread_mutex_lock(&lock);
  int known = 0;
  for (int i = 0; i < count; i++) known |= !strcmp(unsynced[i], path);
  if (!known && count < most) unsynced[count++] = strdup(path);
  pthread_mutex_unlock(&lock);
}

static void forget(int descriptor) {
  char path[4096];
  if (!path_of(descriptor, path)) return;
  pthread_mutex_lock(&lock);
  for (int i = 0; i < count; i++)
    if (!strcmp(unsynced[i], path)) unsynced[i--] = unsynced[--count];
  pthread_mutex_unlock(&lock);
}

static void cut(void) {
  unsigned chance = (unsigned)number("DISK_SEED") * 2654435761u + 1;
  for (int i = 0; i < count; i++) {
    struct stat status;
    chance = chance * 1664525u + 1013904223u;
    int fate = (chance >> 16) % 3;
    if (fate == 0 || stat(unsynced[i], &status)) continue;
    int descriptor = ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open"))(unsynced[i], O_WRONLY);
    if (descriptor < 0) continue;
    if (fate == 1) ftruncate(descriptor, 0), ftruncate(descriptor, status.st_size);
    if (fate == 2) ftruncate(descriptor, status.st_size / 2);
    struct timespec times[2] = {status.st_atim, status.st_mtim};
    futimens(descriptor, times);
    close(descriptor);
  }
  kill(getpid(), SIGKILL);
}

static int noted(int descriptor, int flags) {
  if (descriptor >= 0 && (flags & O_ACCMODE) != O_RDONLY) {
    int code = errno;
    note(descriptor);
    errno = code;
  }
  return descriptor;
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
  const char *start = getenv("DISK_START");
  if (start && !strcmp(path, "/proc/sys/kernel/random/boot_id")) path = start;
  return noted(((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name))(path, flags, mode), flags);
}

static mode_t mode_in(int flags, va_list list) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; }

#define OPEN(name)                                      \
  int name(const char *path, int flags, ...) {          \
    va_list list;                                       \
    va_start(list, flags);                              \
    mode_t mode = mode_in(flags, list);                 \
    va_end(list);                                       \
    return opened(#name, path, flags, mode);            \
  }
OPEN(open)
OPEN(open64)

int openat(int folder, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_in(flags, list);
  va_end(list);
  return noted(((int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, "openat"))(folder, path, flags, mode), flags);
}

int fsync(int descriptor) {
  int result = ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(descriptor);
  if (!result) forget(descriptor);
  return result;
}

int fdatasync(int descriptor) {
  int result = ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(descriptor);
  if (!result) forget(descriptor);
  return result;
}

/* The path of a name in an open folder, without links; whether there is such a thing. */
static int real(int folder, const char *name, char *path) {
  char whole[8192], above[4096];
  if (folder == AT_FDCWD || name[0] == '/') return realpath(name, path) != NULL;
  if (!path_of(folder, above)) return 0;
  snprintf(whole, sizeof whole, "%s/%s", above, name);
  return realpath(whole, path) != NULL;
}

int renameat(int from_folder, const char *old, int to_folder, const char *new) {
  char from[4096], to[4096], folder[8192];
  pthread_mutex_lock(&lock);
  if (++renames == number("DISK_CUT")) cut();
  int known = real(from_folder, old, from);
  int result = ((int (*)(int, const char *, int, const char *))dlsym(RTLD_NEXT, "renameat"))(from_folder, old, to_folder, new);
  int code = errno;
  if (!result && known && real(to_folder, new, to)) {
    size_t length = strlen(from);
    for (int i = 0; i < count; i++) {
      /* What had the name is gone. */
      if (!strcmp(unsynced[i], to)) unsynced[i--] = unsynced[--count];
    }
    for (int i = 0; i < count; i++) {
      if (strncmp(unsynced[i], from, length) || (unsynced[i][length] && unsynced[i][length] != '/')) continue;
      snprintf(folder, sizeof folder, "%s%s", to, unsynced[i] + length);
      unsynced[i] = strdup(folder);
    }
  }
  errno = code;
  pthread_mutex_unlock(&lock);
  return result;
}

int rename(const char *old, const char *new) { return renameat(AT_FDCWD, old, AT_FDCWD, new); }

int flock(int descriptor, int operation) {
  if (getenv("DISK_WITHOUT_LOCKS")) {
    errno = ENOLCK;
    return -1;
  }
  return ((int (*)(int, int))dlsym(RTLD_NEXT, "flock"))(descriptor, operation);
}

__attribute__((destructor)) static void ended(void) {
  if (number("DISK_CUT") == 0) cut();
}
