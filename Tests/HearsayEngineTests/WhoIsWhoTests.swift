import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

@Suite("Who is who, in short articles")
struct WhoIsWhoTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  @Test(
    "A family name may come first",
    arguments: [
      """
      The dam was checked twice, said Nguyen Thi Lan, an engineer at the ministry in Hanoi. Villagers do not believe it. Nguyen said a third check would follow in June.
      ====
      says: *Nguyen Thi Lan* | a third check would follow in June
      one: *Nguyen*
      """,
      """
      South Korea's envoy to the talks Bae Jin-woo said the pause would hold. Nobody in the room laughed. Bae added that the next round was set for May.
      ====
      says: *Bae Jin-woo | the next round was set for May
      one: *Bae*
      """,
      """
      Mr Zhou Weimin, the mayor of Tanjing, told the paper that the bridge was sound. "We have tested every bolt," Mr Zhou said.
      ====
      says: *Zhou Weimin* | We have tested every bolt
      one: *Zhou*
      """,
      """
      Jordan Blake, who fishes off Akko, said the nets had been cut. Jordan closed its border on Monday. Blake said he would sail again.
      ====
      says: Jordan Blake* | he would sail again
      """,
    ])
  func familyNameFirst(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Somebody is described first, and named later",
    arguments: [
      """
      A teacher told the inquest that the door was locked. The school had no second exit. The teacher, Mira Oduya, broke a window with a chair. "I do not know where I found the strength," Oduya said.
      ====
      same: a teacher = *Mira Oduya
      says: *Oduya | the door was locked
      """,
      """
      Norway's fisheries minister warned that the quota would fall again. Boats stayed in port on Monday. Fisheries minister Tor Eide said the stocks needed five years.
      ====
      same: Norway's fisheries minister = *Tor Eide
      """,
      """
      A small museum in Galway says the statue belongs to it. The museum, Claddagh House, has shown it since 1954. Claddagh House said it had the papers.
      ====
      same: a small museum* = *Claddagh House*
      """,
      """
      A driver said the lights were out. Another driver, Ivo Banik, said they were on.
      ====
      different: a driver <> *Ivo Banik
      """,
    ])
  func describedThenNamed(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Ministries and courts of two countries are two",
    arguments: [
      """
      The Spanish interior ministry said nine men had been arrested. Portugal's interior ministry said none of them was Portuguese. The Moroccan interior ministry said it was waiting for names.
      ====
      different: the Spanish interior ministry <> Portugal's interior ministry
      not: the Spanish interior ministry | it was waiting for names
      different: Portugal's interior ministry <> the Moroccan interior ministry
      """,
      """
      Chile's supreme court said the mine must close. Peru's supreme court said a similar mine may stay open. The Chilean supreme court said its ruling was final.
      ====
      different: Chile's supreme court <> Peru's supreme court
      same: Chile's supreme court = the Chilean supreme court
      """,
    ])
  func countries(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "A union is no company, and a company no ministry",
    arguments: [
      """
      Orrin Freight sent home 300 drivers on Friday. The union said it had learned of it from the radio.
      ====
      says: the union | it had learned of it from the radio
      not: Orrin Freight | it had learned of it from the radio
      """,
      """
      The Department of Transport said the bridge would open in May. The contractor is paid by the day. The company said June was likelier.
      ====
      says: the company | June was likelier
      not: *Department* | June was likelier
      """,
      """
      The Sailors' Federation said wages were late again. The charity said it had fed forty crews.
      ====
      says: the charity | it had fed forty crews
      not: *Federation* | it had fed forty crews
      """,
      """
      Brackwell Foods took its soup off the shelves. The regulator said three people were ill. The company said it was sorry.
      ====
      says: the regulator | three people were ill
      says: Brackwell Foods | it was sorry
      """,
      """
      The Coal Miners' Union called a strike for Monday. The union said the pits were not safe.
      ====
      says: *Coal Miners' Union | the pits were not safe
      """,
      """
      Lanterna FC lost again on Sunday. The club said the coach would stay. The bank said it wanted its money.
      ====
      says: Lanterna FC | the coach would stay
      says: the bank | it wanted its money
      """,
    ])
  func unions(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "A firm, a broadcaster, a newspaper by what they are",
    arguments: [
      """
      Meridian Airways cancelled 60 flights. The carrier said crews were ill.
      ====
      says: Meridian Airways | crews were ill
      """,
      """
      Tessaly Capital bought a tenth of the port. The brokerage said it would buy more.
      ====
      says: Tessaly Capital | it would buy more
      """,
      """
      The Lakeside Herald first printed the list of names. Nine people have since left the council. The Herald said more names would follow.
      ====
      says: *Lakeside Herald | more names would follow
      """,
      """
      TV Kolda went dark on Monday night. The broadcaster said its cables had been cut.
      ====
      says: TV Kolda | its cables had been cut
      """,
    ])
  func roleNouns(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "A quotation without a cue is of whom the sentence before is about",
    arguments: [
      """
      Harbour master Nils Berg said the channel was clear. Across the quay Dora Lund spat into the water. "Liar."
      ====
      says: Dora Lund / unknown | Liar.
      not: *Berg | Liar.
      """,
      """
      Councillor Ruth Amsel told the meeting that the school would stay. At the back a caretaker closed his eyes. "They said that last year."
      ====
      not: *Amsel | They said that last year.
      """,
      """
      "The roof went first," said Pavel Cerny, a baker. He was upstairs with his son. "Then the stairs."
      ====
      says: *Pavel Cerny* | Then the stairs.
      """,
      """
      The bus company says the brakes were new. Maria Lopes was on the bus with her twins. She lost a shoe and a tooth.

      "I heard nothing before the crash."
      ====
      says: Maria Lopes / unknown | I heard nothing before the crash.
      not: *bus company | I heard nothing before the crash.
      """,
    ])
  func bareQuotations(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Whoever was asked has the word next",
    arguments: [
      """
      Officer Jane Wills questioned a cook about the keys. She said she had never owned any.
      ====
      not: *Wills | she had never owned any
      """,
      """
      A reporter for the Star talked to a widow in the queue. "I have come every day since March," she said.
      ====
      says: a widow* | I have come every day since March
      """,
      """
      Senator Carl Brandt phoned the mayor, Ines Molina, on Sunday. She said the money was gone.
      ====
      says: *Ines Molina | the money was gone
      """,
      """
      Oskar Lund met the owner, Piet Maas, on Friday. He said Maas had offered him the boat.
      ====
      says: Oskar Lund | Maas had offered him the boat
      """,
    ])
  func asked(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "They are those who were named together, or those just named",
    arguments: [
      """
      Three nurses refused to go in: Ann Bell, Mia Roth and Eva Lind. They said the masks were torn.
      ====
      no-source: they
      says: *nurses* / *Ann Bell* | the masks were torn
      """,
      """
      The strikers burned tyres at the gate. They said nobody would pass. Inside, two dozen clerks waited by the window. They said they had not eaten since noon.
      ====
      says: *strikers* | nobody would pass
      says: *clerks* | they had not eaten since noon
      """,
      """
      Karl Weiss and Jutta Weiss run the inn. They said the snow had come too late.
      ====
      says: Karl Weiss and Jutta Weiss | the snow had come too late
      no-source: they
      """,
      """
      Bracken Rovers dropped their captain on Friday. They said he had missed three sessions.
      ====
      no-source: they
      """,
    ])
  func they(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "What is held is no company",
    arguments: [
      """
      Ulla Berg, a trainee, told the radio that nobody had paid her. The Oslo Jazz Festival began that night. The company said she had signed for it.
      ====
      says: the company | she had signed for it
      not: *Festival | she had signed for it
      """,
      """
      Cornel Boats Ltd left early. The Biscay Sailing Cup was won by a schoolboy. The firm said it had lost two masts.
      ====
      says: Cornel Boats Ltd | it had lost two masts
      """,
    ])
  func events(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "The second of two with one surname",
    arguments: [
      """
      The clinic was opened by Leila Haddad and her husband, Dr. Sami Haddad, a surgeon. Dr. Haddad said it had eleven beds.
      ====
      says: *Sami Haddad | it had eleven beds
      """,
      """
      Paul Greer was held with his daughter, Lucy Greer, at the border. Ms Greer said they had slept on the floor.
      ====
      says: Lucy Greer | they had slept on the floor
      """,
      """
      Erik Holm and Stina Holm own the mill. Holm said the wheel would turn again.
      ====
      flag: the wheel would turn again has ambiguous-source
      """,
    ])
  func oneSurname(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Two cues and one source, in the order of reading",
    arguments: [
      """
      Many farmers have lost patience, warning that the wells are dry.
      ====
      one: *farmers*
      """,
      """
      The Bakers' League praised the law and said that prices would fall.
      ====
      order: the law < prices would fall
      """,
    ])
  func twoCues(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Quoted mail",
    arguments: [
      """
      On Tue, 4 May 2021 at 10:02, Jana Holub <jana@holub.example> wrote:
      > The keys are with the neighbour.
      > Please feed the cat.

      The neighbour denies it.
      ====
      says: *Jana Holub | The keys are with the neighbour.
      says: *Jana Holub | Please feed the cat.
      """,
      """
      From: Ines Prior <ines@prior.example>
      To: the council
      Date: 3 June 2024
      Subject: The pool

      The pool will stay shut until July, the council said.
      ====
      says: the council | The pool will stay shut until July
      """,
    ])
  func mail(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Interviews and transcripts",
    arguments: [
      """
      Chef Paolo Riva closed his kitchen in May. We talked to him by the stove.

      Why did you stop?

      My knees told me to.

      Will you miss it?

      Only the bread.
      ====
      says: *Paolo Riva | My knees told me to.
      says: *Paolo Riva | Only the bread.
      """,
      """
      Captain Rosa Weil was questioned by the court on Monday.

      Q: Who was at the wheel?

      A: The second mate.

      Q: Did you hear the horn?

      A: I heard it twice.
      ====
      says: *Rosa Weil | The second mate.
      says: *Rosa Weil | I heard it twice.
      """,
      """
      >> MARTA OLSEN: THE BOAT WAS ALREADY GONE.

      >> JIM PECK: HOW FAR OUT?

      >> MARTA OLSEN: A MILE, MAYBE TWO.
      ====
      says: Marta Olsen | THE BOAT WAS ALREADY GONE
      shown: Marta Olsen
      """,
      """
      UNIDENTIFIED MALE: I saw the smoke from my roof.

      HANNA REED, REPORTER: And then?

      UNIDENTIFIED MALE: Then the bell rang.
      ====
      naming: *unidentified* = described / bare
      """,
    ])
  func interviews(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Posts with the name under them",
    arguments: [
      """
      The club was silent until nine.

      We have parted with our coach and wish him well.

      — Velm United (@velmunited) June 3, 2022

      The coach has not spoken.
      ====
      says: Velm United* | We have parted with our coach
      """,
      """
      The mayor, Otto Kern, said the vote was fair.

      I will not sign it. — Sen. Ida Roth (@idaroth) May 3, 2021
      ====
      says: *Ida Roth* | I will not sign it.
      not: *Kern | I will not sign it.
      """,
    ])
  func posts(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "A post that one person holds is as good as a name",
    arguments: [
      """
      "We are ready," said the director of the Red Cross in Velm. Poland's ambassador to Chile said she was not.
      ====
      naming: *director of the Red Cross* = named
      naming: Poland's ambassador to Chile = named
      """,
      """
      A director of the bank said the vaults were full. The head of the group said they were not.
      ====
      naming: a director* = described
      naming: the head of the group = described
      """,
    ])
  func postsOfOne(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Firms whose names look like a person’s",
    arguments: [
      """
      Deutsche Bank and Mizuho said the euro would rise. Mizuho said it had bought early.
      ====
      kind: Mizuho = organisation
      """,
      """
      Marlow Pine said it had sold its last sawmill. It employs 90 people.
      ====
      kind: Marlow Pine = organisation
      """,
      """
      Piper Sandler raised its target on Monday. The broker said demand was strong.
      ====
      kind: Piper Sandler = organisation
      """,
    ])
  func firms(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Names that the article withholds",
    arguments: [
      """
      Marek (not his real name) said the guards took his shoes. He walked for nine days.
      ====
      naming: Marek* = withheld
      """,
      """
      "I signed because I was hungry," said Aisha, who asked to be identified only by her first name.
      ====
      naming: Aisha* = withheld
      """,
    ])
  func withheld(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Named, whatever stands around the name",
    arguments: [
      """
      Sir Tom Ashby QC told the panel that the tape was cut.
      ====
      naming: *Tom Ashby* = named
      """,
      """
      Lena Prost and her brother, Max Prost, said the boat had leaked for years.
      ====
      naming: Lena Prost* = named
      no-flag: the boat had leaked for years has single-anonymous
      """,
      """
      Ana Ruiz and Eva Toth were held at the airport. Both women said they had been searched twice.
      ====
      no-flag: they had been searched twice has single-anonymous
      """,
    ])
  func named(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "No names",
    arguments: [
      """
      Eight said they would move away. The survey reached 60 families.
      ====
      naming: eight* = described / bare
      """,
      """
      Commuters said they had waited for an hour.
      ====
      naming: commuters = bare / described
      kind: commuters = group
      """,
    ])
  func noNames(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Writings speak for themselves",
    arguments: [
      """
      A leaflet seen by the BBC says the meeting was secret.
      ====
      kind: a leaflet* = document
      """
    ])
  func writings(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Long names of bodies are not cut",
    arguments: [
      """
      The Prosecutor's Office for the Southern District of Velm said two men were charged.
      ====
      says: *Prosecutor's Office for the Southern District of Velm | two men were charged
      """,
      """
      The Food and Drug Administration said the pills were safe.
      ====
      says: Food and Drug Administration | the pills were safe
      """,
    ])
  func longNames(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "No pronoun is a name",
    arguments: [
      """
      The tannery at Orlo closed in May. Its fear that the river would rise was shared by the town.
      ====
      no-source: its
      """,
      """
      A porter whose bag was stolen, and who says the guard saw it, has gone to court.
      ====
      no-source: who
      says: *porter* | the guard saw it
      """,
    ])
  func pronouns(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Where a source ends",
    arguments: [
      """
      The lock is broken, Ida Kern, chair of the board, told members.
      ====
      span: The lock is broken = Ida Kern, chair of the board / Ida Kern
      """,
      """
      The seal was fake, according to Omar Saad in an email to the museum that was seen by the Herald.
      ====
      span: The seal was fake = Omar Saad
      """,
    ])
  func edges(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

  @Test(
    "Members of a group between dashes",
    arguments: [
      """
      The only two islands to have kept their ferries - Orlo and Velm - also sharply criticised the plan.
      ====
      says: *Orlo and Velm* | the plan
      """
    ])
  func dashes(article: String) {
    #expect(Reading(article, by: analyzer).faults == [])
  }

}
