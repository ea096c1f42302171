// TOML as toml++ reads it, laid out as a list of nodes that C can hold.
#ifndef CTOML_H
#define CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is. The nodes of a table or an array follow it, up to its end.
typedef enum ctoml_kind {
  CTOML_TABLE,
  CTOML_ARRAY,
  CTOML_END,
  CTOML_STRING,
  CTOML_INTEGER,
  CTOML_FLOAT,
  CTOML_BOOLEAN,
  CTOML_DATE
} ctoml_kind;

/// A place; lines and columns count from 1, columns in code points. 0 where there is none.
typedef struct ctoml_place {
  uint32_t line;
  uint32_t column;
} ctoml_place;

/// Bytes that belong to the document.
typedef struct ctoml_bytes {
  const char *start;
  size_t count;
} ctoml_bytes;

typedef struct ctoml_node {
  ctoml_kind kind;
  /// Where the value stands.
  ctoml_place start, end;
  /// Its key in a table, and where that stands.
  ctoml_bytes key;
  ctoml_place key_start, key_end;
  /// The text of a string.
  ctoml_bytes text;
  /// The value of an integer, or of a boolean as 0 or 1.
  int64_t integer;
  /// The value of a float.
  double number;
} ctoml_node;

typedef struct ctoml_document ctoml_document;

/// Reads a text of UTF-8; NULL where there is no memory.
ctoml_document *ctoml_parse(const char *text, size_t count);

void ctoml_free(ctoml_document *document);

/// What is wrong, and where; nothing where the text is TOML.
ctoml_bytes ctoml_error(const ctoml_document *document, ctoml_place *place);

/// The root table and what is in it; nothing where the text is no TOML. They live as long as the document.
const ctoml_node *ctoml_nodes(const ctoml_document *document, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
