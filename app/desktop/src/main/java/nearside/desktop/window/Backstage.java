package nearside.desktop.window;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.fit.Survey;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.desktop.borrow.BorrowViewModel;
import nearside.desktop.device.CalibrationViewModel.Measuring;
import nearside.desktop.device.DeviceViewModel;
import nearside.desktop.manners.Surroundings;
import nearside.desktop.models.EngineFeed;
import nearside.desktop.offline.Shutter;
import nearside.desktop.print.Printers;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.engine.folder.ModelFolder;
import nearside.storage.Attachments;
import nearside.storage.Backups;
import nearside.storage.Conversations;
import nearside.storage.Drafts;
import nearside.storage.FarModels;
import nearside.storage.Folders;
import nearside.storage.Ledger;
import nearside.storage.Past;
import nearside.storage.Profile;
import nearside.storage.Protection;
import nearside.storage.Recovered;
import nearside.storage.Search;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;
import nearside.storage.Tags;
import nearside.storage.Templates;
import nearside.storage.Ways;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All that stands behind the window: ready objects, made by the wiring.
public record Backstage(
        Orchestrator orchestrator,
        Memories memories,
        Safety safety,
        Minds minds,
        Far far,
        Device device,
        Shutter shutter) {

    /// What is remembered.
    public record Memories(
            Conversations conversations,
            Search search,
            Drafts drafts,
            Attachments attachments,
            Templates templates,
            Ways ways,
            Folders folders,
            Tags tags,
            Past past,
            SettingsFile settings) {
        public static Memories of(Profile profile, SettingsFile settings) {
            return new Memories(
                    profile.conversations(),
                    profile.search(),
                    profile.drafts(),
                    profile.attachments(),
                    profile.templates(),
                    profile.ways(),
                    profile.folders(),
                    profile.tags(),
                    profile.past(),
                    settings);
        }
    }

    /// How what is remembered is protected.
    ///
    /// @param lock closes everything and asks for the passphrase again
    public record Safety(Protection protection, Runnable lock, Care care) {}

    /// How what is remembered is kept from being lost.
    ///
    /// @param recovered a damage before this start that nobody was told
    /// @param seen notes that it was told
    public record Care(Backups backups, Optional<Recovered> recovered, Consumer<Recovered> seen) {
        public static Care of(Profile profile) {
            return new Care(profile.backups(), profile.untold(), profile::told);
        }
    }

    /// The models and the engine.
    ///
    /// @param use makes the engine take a model
    /// @param unload makes it give its memory back
    /// @param keep makes it keep what it reads so
    /// @param feed tells what the engine does
    /// @param measuring measures how fast a model is
    /// @param computing what computes
    /// @param shop what models may be got
    /// @param anew makes the shop look anew when it is asked next
    /// @param survey how models would get on here
    /// @param downloads brings them
    public record Minds(
            Models models,
            Consumer<ModelFolder> use,
            Runnable unload,
            Consumer<KvCache> keep,
            EngineFeed feed,
            Measuring measuring,
            Computing computing,
            Supplier<InForce> shop,
            Runnable anew,
            Survey survey,
            Downloads downloads) {}

    /// What can be borrowed, and what left.
    ///
    /// @param trying asks a far model for one word
    public record Far(FarModels models, Ledger ledger, BorrowViewModel.Trying trying) {
        public static Far of(Profile profile, BorrowViewModel.Trying trying) {
            return new Far(profile.farModels(), profile.ledger(), trying);
        }
    }

    /// The machine.
    ///
    /// @param watching tells of it every second
    /// @param open opens a folder or an address with what the system has for it
    /// @param around what the desktop has for it
    public record Device(
            DeviceViewModel.Watching watching,
            Path logs,
            Consumer<String> open,
            Printers printers,
            Surroundings around) {}
}
