/// The small words of many languages, by which a text tells what it is written in.
enum SmallWords {
  /// For each word the languages that have it.
  static let languages: [String: [String]] = {
    var languages: [String: [String]] = [:]
    for (language, words) in lists {
      for word in words.split(separator: " ") {
        languages[String(word), default: []].append(language)
      }
    }
    return languages
  }()

  /// The commonest words of each language that are none of English, and for English those that are none of the others.
  private static let lists: [(String, String)] = [
    (
      "en",
      "the and of to that is was for with on his her he she it they their which were been has had have this from by not "
        + "are be will would who said but its after at as an more than when about into"
    ),
    (
      "de",
      "der die das und nicht ist mit von den dem des ein eine einen einer eines für auf sich auch nach bei wird wurde "
        + "werden wir sie er aus über als zum zur noch sind hat haben dass im am vor durch sagte bis keine ich nur oder aber wie"
    ),
    (
      "fr",
      "le la les des du une est et que qui dans pour pas sur par avec ce cette sont ont il elle ils nous vous au aux ne "
        + "se son sa ses mais plus été leur leurs être fait où comme après selon entre deux à"
    ),
    (
      "es",
      "el la los las del que y en un una es por con no se su sus para al lo como más pero fue ha han este esta son está "
        + "muy sin sobre también hasta desde según entre cuando ya dijo tras nos"
    ),
    (
      "it",
      "il lo la gli le del della dei delle di che e è un una per con non si da sono ha hanno al alla nel nella anche più "
        + "come ma suo sua questo questa essere dopo secondo stato stata ci dal dalla sul sulla"
    ),
    (
      "pt",
      "o os as do da dos das que e em um uma é por com não se para no na nos nas ao à mais como mas foi são seu sua ele "
        + "ela também até já após segundo está pelo pela disse"
    ),
    (
      "ca",
      "el la els les del dels que i en un una és per amb no es seu seva més com però va han ha aquest aquesta són també "
        + "fins segons després entre ha dit"
    ),
    (
      "ro",
      "și în de la cu pe nu este un o din care pentru că se au fost mai sau după prin să lui ale cele acest"
    ),
    (
      "nl",
      "de het een en van dat niet is op te zijn met voor er aan om die door ook maar bij uit naar nog wordt werd heeft "
        + "hebben ze hij wij zich deze over meer dan geen zei volgens"
    ),
    (
      "sv",
      "och att det som en ett på är av för med den till har de inte om han hon sig från var ska men vi kan jag så efter "
        + "eller också vid mot under säger sade när över nu enligt"
    ),
    (
      "da",
      "og at det som en et på er af for med den til har de ikke om han hun sig fra var skal men vi kan jeg så efter eller "
        + "også ved mod under siger sagde når over nu ifølge blev"
    ),
    (
      "no",
      "og at det som en et på er av for med den til har de ikke om han hun seg fra var skal men vi kan jeg så etter eller "
        + "også ved mot under sier sa når over nå ifølge ble"
    ),
    (
      "fi",
      "ja on ei että oli se hän ovat mutta myös kun niin tai ole joka mukaan sanoi olla vain jo kuin sen ovat hänen "
        + "jossa kertoo vuoden"
    ),
    ("et", "ja on ei et oli see ta aga ka kui või mis oma seda pole ning olid ütles järgi kes"),
    ("lv", "un ir ka ar no par uz kas bet nav vai tas arī pēc lai viņš viņa kā tika būs"),
    ("lt", "ir yra kad su iš į ne bet kaip buvo jis ji tai taip pat apie dėl po už prie jų sakė"),
    (
      "pl",
      "i w na z się że nie do jest to o jak po za od przez co ale są był była być tym jego oraz ma dla także czy tylko "
        + "już przed powiedział które który"
    ),
    (
      "cs",
      "a v na se že je to s z do o i k za ve by po jako ale jsou byl byla bylo není který která podle také až než řekl "
        + "před při"
    ),
    (
      "sk",
      "a v na sa že je to s z do o i k za vo by po ako ale sú bol bola bolo nie ktorý ktorá podľa tiež až než povedal pred "
        + "pri"
    ),
    (
      "sl", "in je na se da za ki so z v pa ni bi tudi po kot iz pri od do ali bo še lahko dejal po"
    ),
    (
      "hr",
      "i je u na se da za su s od koji koja nije to će bi kao ali iz po o kako ili što rekao prema također"
    ),
    (
      "hu",
      "a az és hogy nem is egy van volt meg csak de már mint szerint ez ki el még vagy után lesz mondta"
    ),
    (
      "tr",
      "ve bir bu da de için ile olarak olan çok daha değil gibi ne sonra kadar en var olduğunu dedi ancak her ise göre"
    ),
    (
      "id",
      "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada mereka oleh kata telah bisa"
    ),
    (
      "ms",
      "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke kerana ada mereka oleh kata telah boleh"
    ),
    (
      "vi",
      "và của là có cho không được trong người những một với các đã này khi đến ra để tại theo cũng"
    ),
    ("sw", "na ya wa kwa ni la za katika kuwa cha hiyo baada lakini hivyo yake kama alisema vya"),
    ("sq", "të dhe në e për me një nga që së është si u ka do nuk më se por tha"),
    ("ga", "agus an na ar go is i ag le do bhí sé sí tá leis nach dúirt faoi"),
    ("cy", "y yn a yr ac ar i o am fod mae wedi ei eu gan oedd bod nid ond hefyd dywedodd"),
    ("eu", "eta da ez du bat dira ere izan baina dute zuen egin hau dela esan"),
  ]
}
