package nearside.copilot.models;

import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.outside.ZipModel;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.storage.ModelShelf;
import nearside.storage.shelf.Adoption;
import nearside.storage.shelf.ShelfName;
import nearside.storage.shelf.Unlinked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings models onto the shelf, and checks there once more what came.
///
/// @param taken names that none of them may have
record Importer(ModelShelf shelf, Set<String> taken) {
    Importer {
        taken = Set.copyOf(taken);
    }

    ImportOutcome copy(ModelFolder sound) throws IOException {
        List<String> files = sound.contents().files();
        long needed = 0;
        for (String file : files) {
            needed += Files.size(sound.path().resolve(file));
        }
        long free = shelf.freeBytes();
        if (free < needed) {
            return new ImportOutcome.NoSpace(needed, free);
        }
        try (Adoption adoption = shelf.adopt()) {
            adoption.copy(sound.path(), files);
            return settled(adoption, sound.id());
        }
    }

    ImportOutcome link(ModelFolder sound) throws IOException {
        try (Adoption adoption = shelf.adopt()) {
            Optional<Unlinked> not = adoption.link(sound.path(), sound.contents().files());
            return not.isPresent()
                    ? new ImportOutcome.NotLinked(not.get())
                    : settled(adoption, sound.id());
        }
    }

    ImportOutcome unpack(Path file) throws IOException {
        return switch (ZipModel.look(file)) {
            case ZipModel.Look.Refused(var flaw) -> new ImportOutcome.BadArchive(flaw);
            case ZipModel.Look.Harmless(ZipModel zip) -> unpack(zip);
        };
    }

    private ImportOutcome unpack(ZipModel zip) throws IOException {
        try (Adoption adoption = shelf.adopt()) {
            return switch (zip.unpack(adoption, ZipModel.Limits.USUAL)) {
                case ZipModel.Unpacked.Refused(var flaw) -> new ImportOutcome.BadArchive(flaw);
                case ZipModel.Unpacked.NoSpace(long needed, long free) ->
                        new ImportOutcome.NoSpace(needed, free);
                case ZipModel.Unpacked.Whole() -> settled(adoption, zip.name());
            };
        }
    }

    /// What came is what counts: a folder may have changed since it was looked at.
    private ImportOutcome settled(Adoption adoption, String name) throws IOException {
        return switch (ModelFolder.check(adoption.folder())) {
            case FolderCheck.Flawed(var flaw) -> new ImportOutcome.Refused(flaw);
            case FolderCheck.Sound(ModelFolder came) -> {
                adoption.keepOnly(came.contents().files());
                Path settled = adoption.settle(ShelfName.like(name, taken));
                yield new ImportOutcome.Imported(
                        new InstalledModel(
                                String.valueOf(settled.getFileName()),
                                settled,
                                Origin.IMPORTED,
                                ModelFolder.check(settled)));
            }
        };
    }
}
