package nearside.desktop.chat;

import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a message is, as an address that opens it.
public record MessageLink(ConversationId conversation, MessageId message) {
    private static final Pattern FORM =
            Pattern.compile(
                    "nearside:conversation/([0-9A-Za-z-]{1,64})/message/([0-9A-Za-z-]{1,64})");

    public MessageLink {
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(message);
    }

    /// Empty for what is no such address.
    public static Optional<MessageLink> of(String address) {
        Matcher parts = FORM.matcher(address.strip());
        return parts.matches()
                ? Optional.of(
                        new MessageLink(
                                new ConversationId(parts.group(1)), new MessageId(parts.group(2))))
                : Optional.empty();
    }

    /// The address.
    public String address() {
        return "nearside:conversation/%s/message/%s"
                .formatted(conversation.value(), message.value());
    }
}
