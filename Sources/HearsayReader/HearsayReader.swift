// HearsayReader
