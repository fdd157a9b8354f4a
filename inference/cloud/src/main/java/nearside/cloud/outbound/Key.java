package nearside.cloud.outbound;

import java.util.Objects;

/// A secret that lets its owner in, and the one far side that may ever see it.
public record Key(Origin origin, Header header, String secret) {
    public Key {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(header);
        if (secret.isBlank() || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("key: expected visible ASCII characters only");
        }
    }

    /// How the secret is shown to the far side.
    public enum Header {
        /// `Authorization: Bearer …`
        BEARER("Authorization", "Bearer "),
        /// `api-key: …`, as Azure has it.
        API_KEY("api-key", "");

        private final String title;
        private final String scheme;

        Header(String title, String scheme) {
            this.title = title;
            this.scheme = scheme;
        }
    }

    String headerName() {
        return header.title;
    }

    String headerValue() {
        return header.scheme + secret;
    }

    /// A text of the far side without the secret in it.
    String without(String text) {
        return text.replace(secret, "…");
    }

    /// Never shows the secret.
    @Override
    public String toString() {
        return "Key[" + origin + "]";
    }
}
