// HearsayEngineTests
