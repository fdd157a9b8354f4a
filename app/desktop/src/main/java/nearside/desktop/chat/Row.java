package nearside.desktop.chat;

/// One row of a conversation as it is shown.
public sealed interface Row permits Question, Answer {}
