package nearside.storage.far;

import nearside.storage.policy.Endpoint;

import java.util.Optional;

/// Seals the secret of a far model for one entry and one server, so that it opens for no other.
public interface KeySeal {
    byte[] seal(String id, Endpoint server, String secret);

    /// The secret; empty when it was changed, or sealed for another entry, server or profile.
    Optional<String> open(String id, Endpoint server, byte[] sealed);
}
