package nearside.copilot.catalogue;

import nearside.cloud.download.Hub;
import nearside.cloud.download.Source;
import nearside.cloud.outbound.Origin;
import nearside.storage.Fetching;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Where the models of a catalogue lie.
public sealed interface Home {
    /// The hub that everybody can reach.
    OnHub PUBLIC = new OnHub(Hub.PUBLIC);

    /// The public hub, or a mirror of it that a policy names.
    record OnHub(Hub hub) implements Home {
        public OnHub {
            Objects.requireNonNull(hub);
        }

        @Override
        public URI page(Source source) {
            return hub.base().resolve(source.repository());
        }
    }

    /// A folder, in which each model lies under its repository and its folder there.
    record OnShare(Path root) implements Home {
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

    static Home of(Policy.Models policy) {
        return policy.place()
                .<Home>map(place ->
                        switch (place) {
                            case Policy.Place.Address(URI base) ->
                                    new OnHub(
                                            new Hub(
                                                    base,
                                                    origins(policy.storage().orElse(List.of()))));
                            case Policy.Place.Folder(Path path) -> new OnShare(path);
                        })
                .orElse(PUBLIC);
    }

    /// Where the program's own models lie: at the hub that a person set, where no policy names a
    /// place.
    static OnHub own(Policy.Models policy, Fetching chosen) {
        return policy.place().isPresent()
                ? PUBLIC
                : chosen.hub()
                        .map(base ->
                                new OnHub(
                                        new Hub(
                                                base,
                                                origins(
                                                        policy.storage()
                                                                .orElse(chosen.storage())))))
                        .orElse(PUBLIC);
    }

    private static List<Origin> origins(List<Endpoint> servers) {
        return servers.stream().map(it -> new Origin(it.scheme(), it.host(), it.port())).toList();
    }
}
