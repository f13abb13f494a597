// Mail as its parts, from GMime.
#include <gmime/gmime.h>
