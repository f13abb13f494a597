// HearsayExport
