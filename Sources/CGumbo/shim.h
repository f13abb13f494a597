// HTML as browsers read it, from Gumbo.
#include <gumbo.h>
