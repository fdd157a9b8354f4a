package nearside.desktop.window;

import nearside.desktop.chat.MessageLink;
import nearside.desktop.switcher.SwitchItem;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a few letters lead to: conversations, prompts, and all that can be done.
record Offers(Rooms rooms, Panels panels, LastItems last, Words words) {
    /// What a link to a message that is pasted leads to.
    Optional<SwitchItem> linked(String typed) {
        return MessageLink.of(typed)
                .map(link ->
                        new SwitchItem(
                                SwitchItem.Kind.CONVERSATION,
                                words.of("switcher.message"),
                                () -> rooms.open(link.address())));
    }

    /// Conversations, the newest first, and all that can be done.
    List<SwitchItem> items() {
        Stream<SwitchItem> conversations =
                rooms.history().items().stream()
                        .map(item ->
                                new SwitchItem(
                                        SwitchItem.Kind.CONVERSATION,
                                        item.title(),
                                        () -> rooms.history().open(item.id())));
        return Stream.concat(conversations, commands()).toList();
    }

    private Stream<SwitchItem> commands() {
        return Stream.concat(
                Stream.of(
                        command(words.of("history.new"), rooms.history()::startNew),
                        command(panels.gettingTitle(), panels::openGetting),
                        command(words.of("find.prompt"), rooms.chat()::beginFind),
                        command(words.of("history.print"), panels::printOpen),
                        command(words.of("setup.open"), panels::openSetup),
                        command(words.of("tree.title"), panels::openTree)),
                last.named(words).stream().map(named -> command(named.text(), named.action())));
    }

    /// Prompts, then what can be done, each by its word.
    List<SwitchItem> slashed() {
        Stream<SwitchItem> prompts =
                rooms.prompts().prompts().stream()
                        .map(prompt ->
                                new SwitchItem(
                                        SwitchItem.Kind.PROMPT,
                                        prompt.name(),
                                        () -> rooms.prompts().insert(prompt)));
        return Stream.concat(prompts, commands()).toList();
    }

    private static SwitchItem command(String text, Runnable action) {
        return new SwitchItem(SwitchItem.Kind.COMMAND, text, action);
    }
}
