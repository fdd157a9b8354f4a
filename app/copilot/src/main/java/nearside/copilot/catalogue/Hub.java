package nearside.copilot.catalogue;

import nearside.copilot.catalogue.Variant.Source;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Where the models of a catalogue lie.
public sealed interface Hub {
    /// The hub that everybody can reach.
    URI PUBLIC = URI.create("https://huggingface.co/");

    /// The public one.
    record Public() implements Hub {
        @Override
        public URI page(Source source) {
            return PUBLIC.resolve(source.repository());
        }
    }

    /// One that a policy names, with the same interface as the public one.
    ///
    /// @param base ends with a slash
    /// @param storage the only other servers to which it may send downloads on
    record Mirror(URI base, List<Endpoint> storage) implements Hub {
        public Mirror {
            storage = List.copyOf(storage);
        }

        @Override
        public URI page(Source source) {
            return base.resolve(source.repository());
        }
    }

    /// A folder, in which each model lies under its repository and its folder there.
    record Share(Path root) implements Hub {
        /// The folder of one model.
        public Path folder(Source source) {
            return root.resolve(source.repository()).resolve(source.folder());
        }

        @Override
        public URI page(Source source) {
            return root.resolve(source.repository()).toUri();
        }
    }

    /// The address that shows a person the model's repository.
    URI page(Source source);

    static Hub of(Policy.Models policy) {
        return policy.place()
                .map(place ->
                        switch (place) {
                            case Policy.Place.Address(URI base) ->
                                    new Mirror(base, policy.storage().orElse(List.of()));
                            case Policy.Place.Folder(Path path) -> new Share(path);
                        })
                .orElseGet(Public::new);
    }
}
