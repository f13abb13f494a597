package import HearsayModel
package import HearsayScreen

/// Something that happened outside the reader.
package enum Event: Hashable, Sendable {
  /// The list of articles is known, or has changed.
  case entriesListed([Entry])
  /// The beginning of a long text that was asked for, while the rest of it is still on its way.
  case beginningRead(ArticleText, from: Request)
  /// Where the paragraphs of a long text are. May come before the article, and spares the reader the time.
  case outlined(TextOutline, Article.ID)
  /// An article that was asked for is here, with the place where to show it, where that is known.
  case articleLoaded(Article, from: Request, place: ArticlePlace? = nil)
  /// An article that was asked for cannot be opened; the sentence says why.
  case articleFailed(Request, String)
  /// Where an article was left at an earlier time; `nil` where it never was. May come before the analysis, or after.
  case placeRecalled(ReadingPosition?, Article.ID)
  /// How much of the analysis is done, from 0 to 1.
  case analysisProgress(Article.ID, Double)
  /// What is known of an article that is still being read for sources.
  case analysisPart(AnalysisPart)
  /// The article is so long that reading for sources has stopped by itself; it can go on from elsewhere.
  case analysisStopped(Article.ID)
  /// The analysis is done. It may also come unasked, when it was kept from an earlier time.
  case analysisFinished(Analysis)
  /// What the reader has set right in an article. Comes before the analysis that it is worked into.
  case correctionsLoaded([Correction], Article.ID)
  /// The file of an article is another one than when it was read.
  case fileChanged(Article.ID)
  /// The analysis will not come; the sentence says why.
  case analysisFailed(Article.ID, String)
  /// All marks of all articles. Comes at the start, and whenever another program changed them.
  case marksLoaded([Mark])
  /// The library has found what it was asked for.
  case library(LibraryAnswer)
  /// What an article says otherwise than the version before it; `nil` where there is none.
  case compared(ArticleChanges?, Article.ID)
  /// The article was read before in another version.
  case newVersion(Article.ID)
  /// What has become of the marks of earlier versions, such as "1 mark of an earlier version: 1 moved".
  case marksCarried(String)
  /// The feeds, and what is listed of what they tell of.
  case newsListed(feeds: [Subscription], entries: [NewsEntry])
  /// How far the feeds were asked what is new.
  case newsRefreshed(RefreshProgress)
  /// How far the analysis of many articles has come; `nil` when it is over.
  case batchProgress(BatchProgress?)
  /// The editor was closed on this note.
  case noteEdited(Mark.ID, String)
  /// Where a pattern is in an article, in order, and whether the whole article was searched.
  case patternSearched(String, Article.ID, [Span], isComplete: Bool)
  /// The terminal has a new size.
  case resized(Size)
  /// Something to tell the reader, in a sentence.
  case message(String)
}
