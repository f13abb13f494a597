// Markdown as its own rules have it (CommonMark), from cmark.
#include <cmark.h>
