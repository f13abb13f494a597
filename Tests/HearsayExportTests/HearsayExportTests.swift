// HearsayExportTests
