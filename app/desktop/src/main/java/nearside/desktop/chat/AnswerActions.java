package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;

import nearside.desktop.attach.FileActions;

import java.util.function.Consumer;

/// What can be done with an answer.
///
/// @param mayGoOn whether it is the last of its conversation and nothing else is being written
/// @param settle takes back or keeps what was given up
/// @param shaping what can be made of it
/// @param links told of the address that a person wants to open
/// @param files what can be done with its files
record AnswerActions(
        Runnable stop,
        Runnable goOn,
        ObservableValue<Boolean> mayGoOn,
        Consumer<Rung.Say> settle,
        Shaping shaping,
        Consumer<String> links,
        FileActions files) {}
