package nearside.copilot.catalogue;

import java.net.URI;
import java.util.Optional;

/// Under which terms a model may be used.
///
/// @param id its SPDX identifier
/// @param address where its text can be read; https
public record Licence(String id, Optional<URI> address) {
    public Licence {
        Term.LICENCE.check(id);
        address.map(URI::toString).ifPresent(Term.ADDRESS::check);
    }
}
