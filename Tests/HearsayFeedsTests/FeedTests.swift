import HearsayFeeds
import Testing
