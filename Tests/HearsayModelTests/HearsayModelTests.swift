// HearsayModelTests
