// HearsayCurses
