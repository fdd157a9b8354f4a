package nearside.storage.past.foreign;

import nearside.storage.past.PastMessage.Speaker;

import java.util.Locale;
import java.util.Optional;

/// Who speaks, as other programs call it. A role that there is none for here, such as a tool,
/// stands on the side of the assistant, and its name is kept.
///
/// @param foreign the name, where it says more than the speaker does
record Role(Speaker speaker, Optional<String> foreign) {
    static Role of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "user", "human" -> new Role(Speaker.USER, Optional.empty());
            case "assistant" -> new Role(Speaker.ASSISTANT, Optional.empty());
            case "system" -> new Role(Speaker.SYSTEM, Optional.empty());
            default -> new Role(Speaker.ASSISTANT, Optional.of(name));
        };
    }
}
