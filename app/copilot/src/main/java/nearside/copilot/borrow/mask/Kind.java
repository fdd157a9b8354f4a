package nearside.copilot.borrow.mask;

/// What is replaced before a text leaves; where two overlap, the earlier one here is taken.
public enum Kind {
    /// A key, token or password, in code as well.
    SECRET,
    IBAN,
    CARD,
    ID,
    EMAIL,
    IP,
    PHONE
}
