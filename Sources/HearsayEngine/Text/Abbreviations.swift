/// Abbreviations that keep their stop, by what may follow them.
///
/// Written in lower case without the last stop. A single letter is an initial and needs no entry; nor do letters
/// with stops between them (U.S., a.m.).
enum Abbreviations {
  /// A name follows, so no sentence ends here: *Sen. Hale*.
  static let beforeName: Set<String> = [
    "adm", "amb", "asst", "atty", "brig", "capt", "cdr", "chmn", "cmdr", "col", "comdr", "cpl",
    "cpt", "dep", "det", "dir", "dist", "dr", "drs", "fr", "ft", "gen", "gov", "govs", "hon",
    "insp",
    "lieut", "lt", "lts", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "mx",
    "ofc", "pfc", "pres", "prof", "profs", "pvt", "rep", "reps", "rev", "revs", "sec", "sen",
    "sens",
    "sgt", "sgts", "spc", "sr", "st", "ste", "supt", "treas", "vs", "v", "viz", "cf", "e.g", "i.e",
  ]

  /// A number follows: *No. 4*. Before anything else it is a word with a full stop.
  static let beforeNumber: Set<String> = [
    "no", "nos", "art", "arts", "p", "pp", "vol", "vols", "para", "ch", "fig", "figs", "op", "ca",
    "c",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// May end a sentence or stand in the middle of one: *Acme Inc. said*, *She works for Acme Inc.*
  static let anywhere: Set<String> = [
    "inc", "corp", "co", "cos", "ltd", "llc", "plc", "kft", "zrt", "nyrt", "bhd", "pty", "bros",
    "assn", "dept", "univ", "jr", "esq",
    "ph.d",
    "etc", "al", "est", "approx", "ave", "blvd", "rd", "hwy", "sq", "ala", "ariz", "ark", "calif",
    "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich",
    "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt",
    "wash", "wis", "wyo", "lbs", "oz", "hrs", "mins", "min", "max", "gov't", "int'l", "nat'l",
  ]

  /// Days and months are cut short only before a number, states only after a comma or a capital.
  static let onlyCapitalised: Set<String> = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no",
    "nos",
    "art", "arts", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind",
    "kan", "ky",
    "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
    "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "gen", "col", "fr", "ft", "hon", "maj", "st",
    "sec", "dir", "dep", "det", "dist", "mt", "pres", "rep", "reps", "rev", "sen", "lt", "capt",
  ]
}
