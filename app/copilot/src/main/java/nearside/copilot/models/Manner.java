package nearside.copilot.models;

/// How a model comes in from outside.
public enum Manner {
    /// Its files are copied into the profile.
    COPY,
    /// Its files get a second name in the profile and take no more room. Whoever changes one
    /// changes it here too.
    LINK,
    /// It stays where it is, and is used there.
    IN_PLACE
}
