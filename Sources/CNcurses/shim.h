// What Swift cannot reach in ncurses by itself: macros with casts, globals, variadic functions.
#define NCURSES_WIDECHAR 1
#include <curses.h>
