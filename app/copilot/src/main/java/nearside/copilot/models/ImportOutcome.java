package nearside.copilot.models;

import nearside.copilot.outside.Outside;
import nearside.copilot.outside.ZipFlaw;
import nearside.engine.folder.FolderFlaw;
import nearside.storage.shelf.Unlinked;

/// What came of an import.
public sealed interface ImportOutcome {
    record Imported(InstalledModel model) implements ImportOutcome {}

    /// Why it did not come in. Nothing of it is left.
    sealed interface Refusal extends ImportOutcome {}

    record Refused(FolderFlaw flaw) implements Refusal {}

    record NoSpace(long neededBytes, long freeBytes) implements Refusal {}

    /// There is nothing that could be brought in as it is.
    record NoModel(Outside.NoModel found) implements Refusal {}

    record BadArchive(ZipFlaw flaw) implements Refusal {}

    /// The system does not let its files have a second name in the profile.
    record NotLinked(Unlinked unlinked) implements Refusal {}

    /// An archive is unpacked into the profile, whatever else was asked for.
    record OnlyCopied(Manner asked) implements Refusal {}
}
