/// Pages written for these tests; places, people and outlets are invented.
enum Pages {
  static let first =
    "The ferry between Port Mercy and the islands sailed again on Thursday, four days after the storm tore away its pier."
  static let second =
    "“We worked through three nights,” the harbour master, Ada Finch, told the Coast Gazette. “Nobody complained.”"
  static let third =
    "According to a report that the council published in May, the pier had been due for repairs since 2019, and no money was set aside."
  static let fourth =
    "The next boat leaves at six in the morning, the company said, and tickets bought for the lost days stay valid until autumn."

  /// A newspaper's page with all that stands around an article.
  static let ferry = """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <title>Ferry to Port Mercy runs again after storm | Valley Herald</title>
    <link rel="canonical" href="/news/ferry">
    <link rel="alternate" type="application/rss+xml" href="/feed.xml">
    <meta property="og:title" content="Ferry to Port Mercy runs again after storm">
    <script>var a = "<p>The ferry is a script.</p>";</script>
    <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
      "headline": "Ferry to Port Mercy runs again after storm", "datePublished": "2024-06-13T08:30:00.000Z",
      "dateModified": "2024-06-13T11:05:00+0200", "articleSection": "Harbour",
      "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Ali bin Said"}],
      "publisher": {"@type": "NewsMediaOrganization", "name": "Valley Herald"}}</script>
    </head><body>
    <header class="masthead"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
    <li><a href="/weather">Weather</a></li></ul></nav></header>
    <main><article class="story">
    <h1 class="headline">Ferry to Port Mercy runs again after storm</h1>
    <div class="byline">By <a rel="author" href="/staff/doe">Jane Doe</a></div>
    <div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
    <div class="article-body">
    <p>\(first)</p>
    <figure><img src="ferry.jpg"><figcaption>The ferry at Port Mercy. Photo: Jo Hale</figcaption></figure>
    <p>“We worked through three nights,” the harbour master, Ada Finch, <a href="https://coast-gazette.example/interview?id=7">told the Coast Gazette</a>. “Nobody complained.”</p>
    <p>According to <a href="../reports/pier.html">a report</a> that the council published in May, the pier had been due for repairs since 2019, and no money was set aside.</p>
    <div class="newsletter-signup"><p>Sign up for our morning newsletter</p><input><button>Subscribe</button></div>
    <p>\(fourth)</p>
    </div></article>
    <aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Storm closes three schools on the islands</a></li>
    <li><a href="/2">Council meets on Monday about the harbour</a></li></ul></aside>
    <section id="comments"><h3>2 comments</h3><div class="comment"><p>My uncle always said that the pier would go one day.</p></div>
    <div class="comment"><p>Great news for all of us who live out here!</p></div></section></main>
    <footer><p>Copyright Valley Herald. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>
    </body></html>
    """
}
