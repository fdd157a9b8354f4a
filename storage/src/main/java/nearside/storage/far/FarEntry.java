package nearside.storage.far;

import nearside.storage.policy.Endpoint;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// A far model as a person set it up.
///
/// @param id made once
/// @param name as the person knows it
/// @param price empty where it is not known
public record FarEntry(
        String id, String name, Whose whose, Door door, Model model, Optional<Price> price) {
    public FarEntry {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a far model needs an id and a name");
        }
        Objects.requireNonNull(whose);
        Objects.requireNonNull(door);
        Objects.requireNonNull(model);
        Objects.requireNonNull(price);
    }

    /// Who runs it.
    public enum Whose {
        CLOUD,
        MY_DEVICE
    }

    /// Where it is asked, and what lets its owner in.
    ///
    /// @param address absolute, up to and without `/chat/completions`
    /// @param secret of the server at that address, and of no other
    public record Door(URI address, Header header, Optional<Secret> secret) {
        public Door {
            Endpoint.serving(address);
            Objects.requireNonNull(header);
            Objects.requireNonNull(secret);
        }

        /// The server at that address.
        public Endpoint server() {
            return Endpoint.serving(address);
        }

        /// The same at another address; the secret stays only where the server is the same.
        public Door at(URI next) {
            boolean same = Endpoint.serving(next).equals(server());
            return new Door(next, header, same ? secret : Optional.empty());
        }
    }

    /// How a secret is shown to the far side.
    public enum Header {
        BEARER,
        API_KEY
    }

    /// A secret, in visible ASCII. It never shows itself.
    public record Secret(String value) {
        public Secret {
            if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new IllegalArgumentException("secret: expected visible ASCII characters");
            }
        }

        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /// What the far side is asked for, and how.
    ///
    /// @param name by which the far side knows it
    /// @param window the most tokens that it reads and writes together
    public record Model(String name, Dialect dialect, int window) {
        public Model {
            if (name.isBlank() || window < 1) {
                throw new IllegalArgumentException("no model: " + name + " " + window);
            }
            Objects.requireNonNull(dialect);
        }
    }

    /// The ways in which far sides differ in what they take.
    public enum Dialect {
        OPENAI,
        COMPATIBLE
    }

    /// What it costs.
    ///
    /// @param usdIn for a million tokens that it reads
    /// @param usdOut for a million tokens that it writes
    /// @param asOf the day on which that was so
    /// @param usdCached for a million tokens that it read lately and still knows; empty where they
    ///   cost what others do
    public record Price(
            BigDecimal usdIn, BigDecimal usdOut, LocalDate asOf, Optional<BigDecimal> usdCached) {
        public Price {
            if (usdIn.signum() < 0
                    || usdOut.signum() < 0
                    || usdCached.filter(it -> it.signum() < 0).isPresent()) {
                throw new IllegalArgumentException(
                        "negative price: " + usdIn + " " + usdOut + " " + usdCached);
            }
            Objects.requireNonNull(asOf);
        }

        /// One at which all that it reads costs the same.
        public Price(BigDecimal usdIn, BigDecimal usdOut, LocalDate asOf) {
            this(usdIn, usdOut, asOf, Optional.empty());
        }
    }
}
