package nearside.copilot.catalogue;

/// What came of reading a catalogue.
public sealed interface CatalogueReading {
    record Accepted(Catalogue catalogue) implements CatalogueReading {}

    record Refused(CatalogueFault fault) implements CatalogueReading {}
}
