// HearsayCursesTests
