// swift-tools-version: 6.2

import PackageDescription

/// Settings of every Swift target: imports are private to a module unless they say `public`.
let strict: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

/// Settings of the modules that compute: optimised in debug builds, too, or the tests would take twice as long.
/// Overflows and bounds are still checked; whoever steps through one of them takes its `-O` away for the while.
let computing: [SwiftSetting] =
  strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A release is stripped. With `--static-swift-stdlib` it also starts sooner and runs where no Swift is installed.
///
/// On Linux it stands at a fixed address and has its libraries inside (see `Sources/StaticLibraries`): moving it, and
/// looking for them, took half of the time until the first text. Of two libraries that could be meant lld takes the
/// one that is named first, which other linkers do not.
let slim: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "-s"], .when(configuration: .release)),
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xclang-linker", "-no-pie",
      "-L", "\(Context.packageDirectory)/Sources/StaticLibraries",
    ], .when(platforms: [.linux], configuration: .release)),
]

let package = Package(
  name: "hearsay",
  products: [
    .executable(name: "hearsay", targets: ["hearsay"]),
    .executable(name: "hearsay-fetch", targets: ["hearsay-fetch"]),
    .library(name: "HearsayModel", targets: ["HearsayModel"]),
    .library(name: "HearsayLanguage", targets: ["HearsayLanguage"]),
    .library(name: "HearsayEngine", targets: ["HearsayEngine"]),
    .library(name: "HearsayIngest", targets: ["HearsayIngest"]),
    .library(name: "HearsayStore", targets: ["HearsayStore"]),
    .library(name: "HearsayExport", targets: ["HearsayExport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    // MARK: What an article says
    .target(name: "HearsayText", swiftSettings: computing),
    .systemLibrary(
      name: "CPcre",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .target(
      name: "HearsayPatterns",
      dependencies: ["HearsayText", "CPcre"],
      swiftSettings: computing,
      // Like all that a start waits for: inside.
      linkerSettings: [
        .linkedLibrary(":libpcre2-8.a", .when(platforms: [.linux])),
        .linkedLibrary("pcre2-8", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "HearsayModel", dependencies: ["HearsayText", "HearsayPatterns", "HearsayResources"],
      swiftSettings: computing),

    // MARK: Article -> analysis
    .target(
      name: "HearsayResources",
      dependencies: ["HearsayText"],
      resources: [.copy("../../Resources")],
      swiftSettings: computing),
    .target(
      name: "CKernels",
      // Debug builds leave C unoptimised: the network would take a hundred times as long in every test.
      cSettings: [.unsafeFlags(["-O2"])]),
    .target(
      name: "HearsayNeural", dependencies: ["HearsayText", "CKernels"], swiftSettings: computing),
    .target(
      name: "HearsayLanguage",
      dependencies: ["HearsayText", "HearsayModel", "HearsayResources"],
      swiftSettings: computing),
    .target(
      name: "HearsayEngine",
      dependencies: [
        "HearsayText", "HearsayModel", "HearsayLanguage", "HearsayNeural", "HearsayResources",
      ],
      swiftSettings: strict),

    // MARK: In, kept, out
    .systemLibrary(
      name: "CCrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .target(
      name: "HearsayIngest",
      dependencies: ["HearsayText", "HearsayModel", "HearsayFetching", "CCrypto"],
      swiftSettings: strict,
      // Shared, it takes longer to load than to hash an article; and only a hundredth of it is needed.
      linkerSettings: [
        .linkedLibrary(":libcrypto.a", .when(platforms: [.linux])),
        .linkedLibrary("crypto", .when(platforms: [.macOS])),
      ]),
    // What comes from outside is read by a program of its own; this is what is said to it and what it answers.
    .target(name: "HearsayFetching", dependencies: ["HearsayModel"], swiftSettings: strict),
    .systemLibrary(
      name: "CXml2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "HearsayFeeds",
      dependencies: [
        "HearsayModel", "HearsayFetching", "HearsayResources", "CXml2",
      ],
      swiftSettings: computing),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "HearsayWeb", dependencies: ["HearsayFetching", "CCurl"], swiftSettings: strict),
    .target(
      name: "HearsayStore",
      dependencies: [
        "HearsayText", "HearsayModel", "HearsayPatterns",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "HearsayExport",
      dependencies: ["HearsayText", "HearsayModel", "HearsayScreen"],
      swiftSettings: strict),

    .systemLibrary(
      name: "CGumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .target(
      name: "HearsayPages",
      dependencies: [
        "HearsayModel", "HearsayFetching", "HearsayIngest", "HearsayResources", "CGumbo",
      ],
      swiftSettings: computing,
      linkerSettings: [
        .linkedLibrary(":libgumbo.a", .when(platforms: [.linux])),
        .linkedLibrary("gumbo", .when(platforms: [.macOS])),
      ]),

    .systemLibrary(
      name: "CGMime",
      pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]),
    .target(
      name: "HearsayMail",
      dependencies: ["HearsayFetching", "HearsayIngest", "HearsayModel", "HearsayPages", "CGMime"],
      swiftSettings: strict),

    .systemLibrary(
      name: "CCmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(
      name: "HearsayMarkdown",
      dependencies: ["HearsayFetching", "HearsayPages", "CCmark"],
      swiftSettings: strict,
      linkerSettings: [
        .linkedLibrary(":libcmark.a", .when(platforms: [.linux])),
        .linkedLibrary("cmark", .when(platforms: [.macOS])),
      ]),

    // MARK: The reader
    .target(name: "HearsayScreen", swiftSettings: strict),
    .target(
      name: "HearsayReader",
      dependencies: ["HearsayText", "HearsayModel", "HearsayPatterns", "HearsayScreen"],
      swiftSettings: strict),
    .target(
      name: "HearsayConfiguration",
      dependencies: [
        "HearsayModel", "HearsayReader", .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .systemLibrary(
      name: "CNcurses",
      providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]),
    .target(
      name: "HearsayCurses",
      dependencies: ["HearsayScreen", "CNcurses"],
      swiftSettings: strict),

    // MARK: Programs
    .executableTarget(
      name: "hearsay",
      dependencies: [
        "HearsayText", "HearsayModel", "HearsayLanguage", "HearsayEngine", "HearsayIngest",
        "HearsayFetching",
        "HearsayStore", "HearsayExport",
        "HearsayScreen", "HearsayReader", "HearsayCurses", "HearsayResources",
        "HearsayConfiguration", "HearsayPatterns",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: slim),

    // Everything that knows the web or a format of others is in here, and nothing of it in the reader.
    .executableTarget(
      name: "hearsay-fetch",
      dependencies: [
        "HearsayFetching", "HearsayFeeds", "HearsayMail", "HearsayMarkdown", "HearsayPages",
        "HearsayWeb", "HearsayResources",
      ],
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-s"], .when(configuration: .release))]),
    .executableTarget(
      name: "hearsay-blocks",
      dependencies: ["HearsayPages", "HearsayResources"],
      swiftSettings: strict),
    .executableTarget(
      name: "hearsay-tagger",
      dependencies: [
        "HearsayModel", "HearsayLanguage", "HearsayEngine", "HearsayIngest", "HearsayNeural",
        "HearsayResources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "hearsay-benchmark",
      dependencies: [
        "HearsayModel", "HearsayLanguage", "HearsayEngine", "HearsayIngest", "HearsayStore",
        "HearsayResources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: slim),

    // MARK: Tests
    .target(
      name: "HearsayTestSupport",
      dependencies: ["HearsayModel", "HearsayLanguage", "HearsayResources"],
      path: "Tests/Support",
      swiftSettings: strict),
    .target(
      name: "HearsayFuzzing",
      dependencies: [
        "HearsayModel", "HearsayPatterns", "HearsayLanguage", "HearsayEngine", "HearsayIngest",
        "HearsayStore", "HearsayExport", "HearsayScreen", "HearsayReader", "HearsayConfiguration",
        "HearsayResources", "HearsayTestSupport", "CKernels",
        // What is in `hearsay-fetch` alone is attacked here, too: pages, feeds, mail.
        "HearsayFetching", "HearsayFeeds", "HearsayMail", "HearsayPages",
      ],
      path: "Tests/Fuzzing",
      exclude: ["Broke", "Corpus", "Dictionaries"],
      swiftSettings: strict),
    .executableTarget(
      name: "hearsay-fuzz",
      dependencies: [
        "HearsayFuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/hearsay-fuzz",
      swiftSettings: strict,
      linkerSettings: slim),
    .testTarget(
      name: "HearsayFuzzingTests",
      dependencies: ["HearsayFuzzing"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayTextTests",
      dependencies: ["HearsayText"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayPatternsTests",
      dependencies: ["HearsayPatterns"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayModelTests",
      dependencies: ["HearsayModel", "HearsayPatterns", "HearsayTestSupport"],
      exclude: ["Versions"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayNeuralTests",
      dependencies: ["HearsayNeural", "CKernels", "HearsayTestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayLanguageTests",
      dependencies: ["HearsayLanguage", "HearsayModel", "HearsayResources", "HearsayTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayEngineTests",
      dependencies: [
        "HearsayEngine", "HearsayLanguage", "HearsayModel", "HearsayNeural", "HearsayResources",
        "HearsayTestSupport",
      ],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayIngestTests",
      dependencies: ["HearsayIngest", "HearsayModel", "HearsayTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayPagesTests",
      dependencies: ["HearsayPages", "HearsayFetching", "HearsayResources"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayMailTests",
      dependencies: ["HearsayMail", "HearsayFetching", "HearsayPages", "HearsayResources"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayMarkdownTests",
      dependencies: ["HearsayMarkdown", "HearsayFetching", "HearsayPages", "HearsayResources"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayFeedsTests",
      dependencies: ["HearsayFeeds", "HearsayFetching", "HearsayModel", "HearsayResources"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayWebTests",
      dependencies: [
        "HearsayWeb", "HearsayFetching", "HearsayModel", "HearsayTestSupport", "hearsay-fetch",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayStoreTests",
      dependencies: [
        "HearsayStore", "HearsayModel", "HearsayTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayExportTests",
      dependencies: ["HearsayExport", "HearsayModel", "HearsayScreen", "HearsayTestSupport"],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayScreenTests",
      dependencies: ["HearsayScreen", "HearsayTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayReaderTests",
      dependencies: [
        "HearsayReader", "HearsayModel", "HearsayPatterns", "HearsayScreen", "HearsayTestSupport",
      ],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayConfigurationTests",
      dependencies: [
        "HearsayConfiguration", "HearsayReader", "HearsayModel", "HearsayScreen",
        "HearsayTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HearsayCursesTests",
      dependencies: ["HearsayCurses", "HearsayScreen", "CNcurses", "HearsayTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "hearsay", "HearsayModel", "HearsayEngine", "HearsayIngest", "HearsayExport",
        "HearsayStore", "HearsayReader", "HearsayScreen", "HearsayCurses", "HearsayResources",
        "HearsayConfiguration", "HearsayTestSupport", "hearsay-fetch",
      ],
      exclude: ["Samples", "Snapshots"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
