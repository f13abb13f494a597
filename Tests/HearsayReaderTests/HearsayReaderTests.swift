// HearsayReaderTests
