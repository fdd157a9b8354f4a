package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;

/// What can be done with an answer.
///
/// @param mayGoOn whether it is the last of its conversation and nothing else is being written
record AnswerActions(Runnable stop, Runnable goOn, ObservableValue<Boolean> mayGoOn) {}
