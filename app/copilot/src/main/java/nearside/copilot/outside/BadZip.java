package nearside.copilot.outside;

/// Carries a [ZipFlaw] out of reading.
final class BadZip extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ZipFlaw flaw;

    BadZip(ZipFlaw flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = flaw;
    }

    ZipFlaw flaw() {
        return flaw;
    }
}
