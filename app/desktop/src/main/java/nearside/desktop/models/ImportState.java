package nearside.desktop.models;

import nearside.desktop.trouble.Trouble;

/// How an import of a model folder stands.
public sealed interface ImportState {
    record Idle() implements ImportState {}

    record Copying(String folder) implements ImportState {}

    record Done(String model) implements ImportState {}

    record Refused(Trouble trouble) implements ImportState {}
}
