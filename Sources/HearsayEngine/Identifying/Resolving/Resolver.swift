import HearsayModel

/// Decides whom a mention means: somebody in the register, or somebody new.
///
/// Precision goes first. A description takes up a named person only when no unnamed one fits, and when both do,
/// the unnamed one is the guess and the named one the alternate. What counts how much stands in `who-is-who.txt`.
struct Resolver: Sendable {
  let lexicon: PeopleLexicon

  var weights: ResolverWeights { lexicon.weights }

  /// Whom `mention` means; `nil` where it must be somebody new.
  func resolve(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    switch mention.form {
    case .pronoun(let pronoun): resolve(pronoun, mention, at: place, in: register)
    case .name: resolveName(mention, at: place, in: register)
    case .bare: resolveBare(mention, at: place, in: register)
    case .description: resolveDescription(mention, at: place, in: register)
    }
  }
}
