// Regular expressions over UTF-8, from PCRE2.
//
// Its names depend on how wide a character is: here they are those for bytes.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
