package nearside.copilot.catalogue;

/// Ends the reading of a catalogue at the first fault.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CatalogueFault fault;

    Unfit(CatalogueFault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    CatalogueFault fault() {
        return fault;
    }
}
