// HearsayResources
