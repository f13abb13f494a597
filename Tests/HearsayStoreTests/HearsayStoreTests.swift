// HearsayStoreTests
