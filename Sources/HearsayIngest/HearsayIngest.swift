// HearsayIngest
