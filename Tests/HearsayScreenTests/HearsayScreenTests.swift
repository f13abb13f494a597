// HearsayScreenTests
