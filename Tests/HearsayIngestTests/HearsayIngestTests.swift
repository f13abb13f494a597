// HearsayIngestTests
