// The elements of GeoRSS and GML: where something happened.
extension FeedBuilder {
  static let placeStarts: [String: ElementStart] = [
    "georss_point": { builder, _ in builder.startGeometry() },
    "georss_line": { builder, _ in builder.startGeometry() },
    "georss_polygon": { builder, _ in builder.startGeometry() },
    "georss_box": { builder, _ in builder.startGeometry() },
    "where": { builder, _ in builder.startWhere() },
    "georss_where": { builder, _ in builder.startWhere() },
    "gml_point": { $0.startGML($1, geometry: "point") },
    "gml_linestring": { $0.startGML($1, geometry: "line") },
    "gml_polygon": { $0.startGML($1, geometry: "") },
    "gml_exterior": { builder, _ in builder.push("geometry", isKept: false) },
    "gml_linearring": { builder, _ in
      builder.isIn.geometry = "polygon"
      builder.push("geometry", isKept: false)
    },
    "gml_pos": { builder, _ in builder.push("pos", isKept: false) },
    "gml_poslist": { builder, _ in builder.push("pos", isKept: false) },
  ]

  static let placeEnds: [String: ElementEnd] = [
    "georss_point": { $0.endGeometry { Geometry(point: $0) } },
    "georss_line": { $0.endGeometry { Geometry("LineString", $0) } },
    "georss_polygon": { $0.endGeometry { Geometry(polygon: $0, atLeast: 4) } },
    "georss_box": { $0.endGeometry { Geometry("Box", $0) } },
    "where": { $0.pop("where") }, "georss_where": { $0.pop("where") },
    "gml_point": { $0.endGML() }, "gml_linestring": { $0.endGML() },
    "gml_linearring": { $0.endGML() }, "gml_exterior": { $0.endGML() },
    "gml_polygon": { $0.endGML() },
    "gml_pos": { $0.endPositions(isList: false) },
    "gml_poslist": { $0.endPositions(isList: true) },
  ]

  private func startGeometry() {
    push("geometry", isKept: false)
    context["where"] = .record(FeedRecord())
  }

  private func startWhere() {
    push("where", isKept: false)
    context["where"] = .record(FeedRecord())
  }

  private func startGML(_ attributes: FeedAttributes, geometry: String) {
    let place = context.record("where") ?? FeedRecord(hasSynonyms: false)
    context["where"] = .record(place)
    place["srsName"] = .optional(attributes["srsname"])
    place["srsDimension"] = .integer(Int(attributes["srsdimension"] ?? "2") ?? 2)
    if !geometry.isEmpty { isIn.geometry = geometry }
    push("geometry", isKept: false)
  }

  private func endGML() {
    isIn.geometry = ""
    pop("geometry")
  }

  private func endGeometry(_ make: ([[Double]]) -> Geometry?) {
    let points = Geometry.points(in: pop("geometry") ?? "", isSwapped: true, dimensions: 2)
    keep(points.flatMap(make))
  }

  private func endPositions(isList: Bool) {
    let text = pop("pos") ?? ""
    let place = context.record("where")
    let system = place?.string("srsName") ?? ""
    // Only systems of latitude and longitude name the latitude first.
    let isSwapped =
      !system.contains("EPSG")
      || Int(system.split(separator: ":").last ?? "").map(Geometry.isGeographic) ?? true
    let dimensions = if case .integer(let count)? = place?["srsDimension"] { count } else { 2 }
    let points = Geometry.points(in: text, isSwapped: isSwapped, dimensions: dimensions)
    guard isList else { return keep(points.flatMap(Geometry.init(point:))) }
    switch isIn.geometry {
    case "line": keep(points.flatMap { Geometry("LineString", $0) })
    case "polygon": keep(points.flatMap { Geometry(polygon: $0, atLeast: 0) })
    default: break
    }
  }

  private func keep(_ geometry: Geometry?) {
    guard let geometry, let place = context.record("where") else { return }
    place["type"] = .string(geometry.type)
    place["coordinates"] = geometry.coordinates
  }
}

/// A point, a line or an area.
struct Geometry {
  var type: String
  var coordinates: FeedValue

  init(_ type: String, _ points: [[Double]]) {
    self.type = type
    coordinates = Self.list(points)
  }

  init?(point points: [[Double]]) {
    guard let first = points.first else { return nil }
    type = "Point"
    coordinates = .list(first.map { .number($0) })
  }

  init?(polygon points: [[Double]], atLeast least: Int) {
    guard points.count >= least else { return nil }
    type = "Polygon"
    coordinates = .list([Self.list(points)])
  }

  private static func list(_ points: [[Double]]) -> FeedValue {
    .list(points.map { .list($0.map { .number($0) }) })
  }

  /// Pairs of numbers; `nil` where something is no number.
  static func points(in text: String, isSwapped: Bool, dimensions: Int) -> [[Double]]? {
    let words = text.split { $0.isWhitespace || $0 == "," }
    let numbers = words.compactMap { Double($0) }
    guard numbers.count == words.count else { return nil }
    let width = dimensions == 3 ? 3 : 2
    return stride(from: 0, to: numbers.count - width + 1, by: width).map { start in
      let pair = [numbers[start], numbers[start + 1]]
      return (isSwapped ? pair.reversed() : pair)
        + (width == 3 ? [numbers[start + 2]] : [])
    }
  }

  /// Whether a system of the EPSG's list has latitude and longitude: those from 4001 to 4979, but for a few.
  static func isGeographic(_ number: Int) -> Bool {
    [3819, 3821, 3824, 3889, 3906].contains(number) || (4001...4904).contains(number)
      || number == 4979
  }
}
