package nearside.storage.policy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What the administrators of a device decided; it outranks every setting.
///
/// @param runtime a folder with a build of ONNX Runtime for an accelerator, to compute with
public record Policy(
        Network network,
        Cloud cloud,
        Models models,
        Export export,
        Retention retention,
        Route route,
        Optional<Path> runtime) {

    /// No policy: nothing is decided.
    public static final Policy OPEN =
            new Policy(
                    Network.ALLOWED,
                    new Cloud(Use.ALLOWED, Optional.empty(), Caps.NONE),
                    Models.OPEN,
                    Export.ALLOWED,
                    Retention.USUAL,
                    new Route(Optional.empty(), Optional.empty()),
                    Optional.empty());

    /// What counts while a policy cannot be used: nothing leaves, and nothing is removed for good.
    public static final Policy STRICTEST =
            new Policy(
                    Network.OFFLINE,
                    new Cloud(Use.FORBIDDEN, Optional.of(List.of()), Caps.ZERO),
                    Models.NONE,
                    Export.FORBIDDEN,
                    Retention.HOLD,
                    new Route(Optional.empty(), Optional.empty()),
                    Optional.empty());

    public Policy {
        Objects.requireNonNull(network);
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(models);
        Objects.requireNonNull(export);
        Objects.requireNonNull(retention);
        Objects.requireNonNull(route);
        Objects.requireNonNull(runtime);
    }

    /// Whether the program may use a network at all; the stricter one last.
    public enum Network {
        ALLOWED,
        OFFLINE
    }

    /// Whether a cloud model may answer; the stricter one last.
    public enum Use {
        ALLOWED,
        /// Only after the person was asked, each time.
        ASK,
        FORBIDDEN
    }

    /// Whether conversations may be written to files of the person's choice; the stricter one last.
    public enum Export {
        ALLOWED,
        FORBIDDEN
    }

    /// What may go to cloud models.
    ///
    /// @param endpoints the only ones there are; empty for any
    public record Cloud(Use use, Optional<List<Endpoint>> endpoints, Caps caps) {
        public Cloud {
            Objects.requireNonNull(use);
            endpoints = endpoints.map(List::copyOf);
            Objects.requireNonNull(caps);
        }
    }

    /// The most that cloud models may cost and get; empty for no cap.
    public record Caps(
            Optional<BigDecimal> usdPerDay,
            Optional<BigDecimal> usdPerMonth,
            OptionalLong tokensPerRequest) {
        static final Caps NONE = new Caps(Optional.empty(), Optional.empty(), OptionalLong.empty());
        static final Caps ZERO =
                new Caps(
                        Optional.of(BigDecimal.ZERO),
                        Optional.of(BigDecimal.ZERO),
                        OptionalLong.of(0));

        public Caps {
            usdPerDay = usdPerDay.map(Caps::checked);
            usdPerMonth = usdPerMonth.map(Caps::checked);
            if (tokensPerRequest.orElse(0) < 0) {
                throw new IllegalArgumentException("negative cap " + tokensPerRequest);
            }
        }

        /// Equal amounts are equal, however they were written.
        private static BigDecimal checked(BigDecimal usd) {
            if (usd.signum() < 0) {
                throw new IllegalArgumentException("negative cap " + usd);
            }
            return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
        }
    }

    /// Whether the program's own catalogue counts beside another; the stricter one last.
    public enum BuiltIn {
        STAYS,
        GOES
    }

    /// Where the catalogue and the models lie.
    public sealed interface Place {
        /// Under an https address that ends with a slash.
        record Address(URI base) implements Place {}

        /// In a folder of this device or of a share.
        record Folder(Path path) implements Place {}
    }

    /// Which models may come in, and from where.
    ///
    /// @param place empty for the usual one
    /// @param key the Ed25519 public key of the catalogue's signature, 32 bytes in Base64
    /// @param allow ids of the only models beside the starter; empty for any
    /// @param builtIn whether the program's own catalogue stays beside the one of the place
    /// @param storage further servers to which the address may send downloads on
    public record Models(
            Optional<Place> place,
            Optional<String> key,
            Optional<List<String>> allow,
            Optional<BuiltIn> builtIn,
            Optional<List<Endpoint>> storage) {
        /// Any model, from the usual place.
        public static final Models OPEN =
                new Models(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        static final Models NONE =
                new Models(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of()),
                        Optional.empty(),
                        Optional.empty());

        public Models {
            Objects.requireNonNull(place);
            Objects.requireNonNull(key);
            allow = allow.map(List::copyOf);
            Objects.requireNonNull(builtIn);
            storage = storage.map(List::copyOf);
        }
    }

    /// The way out.
    ///
    /// @param proxy empty for the system's
    /// @param ca a file of certificates that are trusted beside the system's
    public record Route(Optional<Endpoint> proxy, Optional<Path> ca) {
        public Route {
            Objects.requireNonNull(proxy);
            Objects.requireNonNull(ca);
        }
    }
}
