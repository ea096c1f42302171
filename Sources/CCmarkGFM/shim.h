#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

// Not in the library's headers: fills or empties the table, one for the whole process, of the characters at which
// extensions look into a text.
void cmark_manage_extensions_special_characters(cmark_parser *parser, int add);
