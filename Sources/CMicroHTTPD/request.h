// What libmicrohttpd lets pass in the lines of a request, though two programs could read them in two ways.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The values of all headers of a name, in their order, each given to a function.
struct microhttpd_values {
  const char *name;
  void (*take)(void *closure, const char *value);
  void *closure;
};

static inline enum MHD_Result microhttpd_value(
    void *closure, enum MHD_ValueKind kind, const char *name, const char *value) {
  struct microhttpd_values *values = (struct microhttpd_values *)closure;
  (void)kind;
  if (name && strcasecmp(name, values->name) == 0) values->take(values->closure, value ? value : "");
  return MHD_YES;
}

static inline void microhttpd_each(
    const struct microhttpd *table, struct MHD_Connection *connection, const char *name,
    void (*take)(void *closure, const char *value), void *closure) {
  struct microhttpd_values values = {name, take, closure};
  table->headers(connection, MHD_HEADER_KIND, microhttpd_value, &values);
}

// The bytes of a request up to its empty line, as libmicrohttpd keeps them: where a word ends, it has put a NUL.
struct microhttpd_block {
  const char *start;
  size_t size;
  // Which of the bytes may be a NUL.
  unsigned char *ends;
  int names_are_tokens;
};

static inline void microhttpd_end(struct microhttpd_block *block, const char *place) {
  // Lines that were put together lie elsewhere.
  if (place >= block->start && place < block->start + block->size) block->ends[place - block->start] = 1;
}

static inline int microhttpd_is_token(const char *name) {
  if (!*name) return 0;
  for (; *name; name++) {
    unsigned char byte = (unsigned char)*name;
    if (byte <= 0x20 || byte >= 0x7F || strchr("\"(),/:;<=>?@[\\]{}", byte)) return 0;
  }
  return 1;
}

static inline enum MHD_Result microhttpd_header_ends(
    void *closure, enum MHD_ValueKind kind, const char *name, const char *value) {
  struct microhttpd_block *block = (struct microhttpd_block *)closure;
  (void)kind;
  if (!name) return MHD_YES;
  if (!microhttpd_is_token(name)) block->names_are_tokens = 0;
  // The colon, and the two bytes behind the line.
  microhttpd_end(block, name + strlen(name));
  if (value) {
    microhttpd_end(block, value + strlen(value));
    microhttpd_end(block, value + strlen(value) + 1);
  }
  return MHD_YES;
}

static inline enum MHD_Result microhttpd_argument_ends(
    void *closure, enum MHD_ValueKind kind, const char *name, const char *value) {
  struct microhttpd_block *block = (struct microhttpd_block *)closure;
  (void)kind;
  // The signs before both.
  if (name) microhttpd_end(block, name - 1);
  if (value) microhttpd_end(block, value - 1);
  return MHD_YES;
}

// Whether all names of headers are words, and a NUL stands nowhere but where libmicrohttpd has put one.
static inline int microhttpd_is_whole(
    const struct microhttpd *table, struct MHD_Connection *connection, const char *method, const char *version) {
  const union MHD_ConnectionInfo *info = table->info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  struct microhttpd_block block = {method, info ? info->header_size : 0, NULL, 1};
  size_t at;
  int is_whole = 1;
  block.ends = (unsigned char *)calloc(1, block.size + 1);
  if (!block.ends) return 0;
  microhttpd_end(&block, method + strlen(method));
  // Behind the address; where a query begins, its names tell.
  microhttpd_end(&block, version - 1);
  microhttpd_end(&block, version + strlen(version));
  microhttpd_end(&block, version + strlen(version) + 1);
  // A query that has no last name, and hides nothing.
  microhttpd_end(&block, version - 2);
  table->headers(connection, MHD_HEADER_KIND, microhttpd_header_ends, &block);
  table->headers(connection, MHD_GET_ARGUMENT_KIND, microhttpd_argument_ends, &block);
  for (at = 0; at < block.size; at++) {
    // The empty line at the end.
    if (at + 2 >= block.size) break;
    if (!block.start[at] && !block.ends[at]) is_whole = 0;
  }
  free(block.ends);
  return is_whole && block.names_are_tokens;
}
