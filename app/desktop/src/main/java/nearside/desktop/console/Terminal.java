package nearside.desktop.console;

import nearside.cloud.proof.Target;
import nearside.cloud.proof.Tries;
import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.catalogue.CatalogueSite;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.desktop.bench.Bench;
import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Saving;
import nearside.desktop.offline.Wish;
import nearside.desktop.start.Installation;
import nearside.desktop.start.Itself;
import nearside.desktop.start.OfflineSeal;
import nearside.desktop.start.WayOut;
import nearside.desktop.start.Wiring;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.Words;
import nearside.storage.Checkup;
import nearside.storage.Lock;
import nearside.storage.Profile;
import nearside.storage.Recovered;
import nearside.storage.SettingsFile;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;
import nearside.storage.Unlock;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicySource;
import nearside.storage.policy.PolicyState;
import nearside.storage.policy.Retention;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The terminal commands: the same program and the same wiring as the window, without a window.
public final class Terminal {
    private final Console console;
    private final Installation installation;
    private final Path profileFolder;
    private final PolicySource policySource;
    private final PolicyState policy;
    private final OfflineSeal seal;
    private final Itself itself;
    private final Words words = Words.of(Locale.getDefault());
    private final Explain explain = new Explain(words);
    private final Sentences sentences;

    /// @param seal set already where this run is offline
    /// @param itself what starts this program
    public Terminal(
            Console console,
            Installation installation,
            Path profileFolder,
            PolicySource policySource,
            OfflineSeal seal,
            Itself itself) {
        this.console = console;
        this.installation = installation;
        this.profileFolder = profileFolder;
        this.policySource = policySource;
        this.seal = seal;
        this.itself = itself;
        policy = policySource.state();
        sentences = new Sentences(console.err(), explain);
    }

    public ExitCode run(Command command) throws InterruptedException {
        try {
            return dispatch(command);
        } catch (StorageException failed) {
            return sentences.failed(failed.failure());
        } catch (NoSuchFileException missing) {
            return unreadable("There is no file " + missing.getFile() + ".");
        } catch (IOException broken) {
            return unreadable("A file could not be read or written: " + broken.getMessage());
        } catch (IllegalArgumentException wrong) {
            console.err().println("nearside: " + wrong.getMessage());
            return ExitCode.WRONG_USAGE;
        }
    }

    private ExitCode unreadable(String sentence) {
        return sentences.failed(
                new Trouble(
                        sentence,
                        "Nothing was changed.",
                        List.of("Check the path and try again."),
                        ""));
    }

    private ExitCode dispatch(Command command) throws IOException, InterruptedException {
        return switch (command) {
            case Command.Print(String text) -> {
                console.out().print(text);
                yield ExitCode.DONE;
            }
            case Command.Wrong(String sentence, String usage) -> {
                console.err().println("nearside: " + sentence);
                console.err().print(usage);
                yield ExitCode.WRONG_USAGE;
            }
            case Command.Window _ -> throw new IllegalStateException("the window is not a command");
            case Command.Ask ask -> ask(ask);
            case Command.ListModels(Common common) ->
                    withModels(models -> models.list(common.output()));
            case Command.CheckModel(Common common, Path named) -> check(named, common);
            case Command.GetModel get -> get(get);
            case Command.ImportModel(Common common, Path source, var manner) ->
                    withModels(models -> models.bringIn(source, manner, common.output()));
            case Command.RemoveModel remove -> remove(remove);
            case Command.UseModel(Common common, String id) ->
                    withModels(models -> models.use(id, common.output()));
            case Command.Catalogue catalogue -> catalogue(catalogue);
            case Command.Doctor(Common common) -> doctor(common);
            case Command.OfflineProof(Common common) -> proof(common);
            case Command.TryToLeave() -> {
                console.out().println(TriesJson.of(Tries.all(Target.FAR)));
                yield ExitCode.DONE;
            }
            case Command.BringIn bringIn -> {
                try (Profile profile = profile()) {
                    yield new ImportCommand(console, profile.past(), words, sentences).run(bringIn);
                }
            }
            case Command.TakeAway takeAway -> takeAway(takeAway);
            case Command.BenchPack pack -> new PackCommand(console, wirings(), sentences).run(pack);
            case Command.Bench bench -> new BenchCommand(console, wirings(), sentences).run(bench);
        };
    }

    private ExitCode ask(Command.Ask ask) throws IOException, InterruptedException {
        try (Keeping keeping = keeping(ask);
                Wiring wiring = wiring(keeping.profile())) {
            AskCommand command =
                    new AskCommand(
                            console,
                            wiring,
                            sentences,
                            Person.atTerminal()
                                    .map(it -> new ConsentTalk(it, console.err(), words)));
            return keeping.profile().isPresent()
                    ? ask(ask, command, wiring.settings(), keeping.profile().get())
                    : command.run(ask, Optional.empty(), Optional.empty());
        }
    }

    /// Where nobody sits at the terminal, only what stays within the person's limits is borrowed.
    private ExitCode ask(
            Command.Ask ask, AskCommand command, SettingsFile settings, Profile profile)
            throws IOException, InterruptedException {
        try (WayOut out = WayOut.of(profile, settings, policy.policy(), seal::standing)) {
            return command.run(
                    ask,
                    Optional.of(profile).filter(_ -> ask.saving() == Saving.SAVE),
                    out.borrowing());
        }
    }

    /// Answering goes on when another window holds the profile; it is then kept nowhere, and said
    /// so. What has tools can be answered by a far model alone: its ledger is in the profile.
    private Keeping keeping(Command.Ask ask) {
        if (ask.saving() == Saving.DO_NOT_SAVE && ask.answering().tools().isEmpty()) {
            return new Keeping(Optional.empty());
        }
        try {
            Profile profile = profile();
            profile.recovered().filter(Recovered::isLoss).ifPresent(sentences::note);
            return new Keeping(Optional.of(profile));
        } catch (StorageException refused) {
            if (refused.failure() instanceof StorageFailure.InUse) {
                sentences.note(
                        ask.saving() == Saving.SAVE
                                ? "nearside: a window holds this profile, so this question and its answer are not saved."
                                : "nearside: a window holds this profile, so no far model can be borrowed here.");
                return new Keeping(Optional.empty());
            }
            throw refused;
        }
    }

    private ExitCode get(Command.GetModel get) throws InterruptedException {
        try (Profile profile = profile();
                Wiring wiring = wiring(Optional.of(profile));
                WayOut out =
                        WayOut.of(profile, wiring.settings(), policy.policy(), seal::standing);
                Downloads downloads = new Downloads(wiring.models(), out)) {
            return new GetCommand(console, wiring.models(), downloads, words)
                    .run(
                            get.id(),
                            wiring.catalogue(policy.policy().models(), out.catalogues()),
                            get.common().output());
        }
    }

    private ExitCode takeAway(Command.TakeAway takeAway) throws IOException {
        return switch (policy.policy().export()) {
            case FORBIDDEN -> sentences.exportForbidden();
            case ALLOWED -> {
                try (Profile profile = profile()) {
                    yield new ExportCommand(console, profile, words, sentences).run(takeAway);
                }
            }
        };
    }

    /// Asks for the passphrase where one opens the profile.
    private Profile profile() {
        try {
            return profile(new Unlock.Usual());
        } catch (StorageException closed) {
            if (closed.failure() instanceof StorageFailure.Locked(Path _, Lock why)
                    && why == Lock.PASSPHRASE_NEEDED) {
                return profile(typed().orElseThrow(() -> closed));
            }
            throw closed;
        }
    }

    private Profile profile(Unlock unlock) {
        return Profile.open(profileFolder, unlock, retention());
    }

    /// Empty where nobody sits at a terminal.
    private Optional<Unlock> typed() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .map(terminal -> terminal.readPassword("%s ", words.of("console.passphrase")))
                .map(Unlock.Words::new);
    }

    private ExitCode doctor(Common common) throws InterruptedException {
        try (Wiring wiring = wiring()) {
            return new DoctorCommand(console.out(), wiring, explain)
                    .run(
                            Checkup.of(profileFolder, retention()),
                            new RulesReport(explain).of(policy, policySource.places()),
                            ModeReport.of(seal.standing()),
                            common.output());
        }
    }

    private ExitCode catalogue(Command.Catalogue catalogue)
            throws IOException, InterruptedException {
        try (Wiring wiring = wiring()) {
            return new CatalogueCommand(console.out(), wiring, explain, sentences, words)
                    .run(catalogue, shop(wiring));
        }
    }

    /// A catalogue is fetched only where a policy names its address, and only where the ledger can
    /// be written; else what was fetched last counts.
    private InForce shop(Wiring wiring) {
        Policy.Models models = policy.policy().models();
        CatalogueSite closed = CatalogueSite.closed(new CatalogueFault.NoLedger());
        if (models.place().filter(Policy.Place.Address.class::isInstance).isEmpty()) {
            return wiring.catalogue(models, closed);
        }
        try (Profile profile = profile(new Unlock.Usual());
                WayOut out =
                        WayOut.of(profile, wiring.settings(), policy.policy(), seal::standing)) {
            return wiring.catalogue(models, out.catalogues());
        } catch (StorageException shut) {
            if (shut.failure() instanceof StorageFailure.InUse
                    || shut.failure() instanceof StorageFailure.Locked) {
                return wiring.catalogue(models, closed);
            }
            throw shut;
        }
    }

    private ExitCode proof(Common common) throws InterruptedException {
        return new OfflineProofCommand(console, sentences, itself)
                .run(seal.shut(Wish.THIS_RUN), common.output());
    }

    private Retention retention() {
        return policy.policy().retention();
    }

    private ExitCode withModels(ModelsAction action) throws IOException {
        try (Wiring wiring = wiring()) {
            return action.run(
                    new ModelsCommands(console.out(), wiring.models(), explain, sentences));
        }
    }

    private ExitCode check(Path named, Common common) throws IOException {
        try (Wiring wiring = wiring()) {
            return new CheckCommand(console.out(), wiring.models(), sentences)
                    .run(named, common.output());
        }
    }

    private ExitCode remove(Command.RemoveModel remove) throws IOException {
        try (Wiring wiring = wiring()) {
            return new RemoveCommand(console, wiring.models(), sentences, Person.atTerminal())
                    .run(remove.id(), remove.asking(), remove.common().output());
        }
    }

    private BenchCommand.Wirings wirings() {
        return new BenchCommand.Wirings() {
            @Override
            public Wiring usual() {
                return wiring();
            }

            @Override
            public Wiring keeping(Path folder) {
                return Wiring.keeping(installation, folder, Bench.CONVERSATION);
            }
        };
    }

    private Wiring wiring() {
        return wiring(Optional.empty());
    }

    private Wiring wiring(Optional<Profile> open) {
        Wiring wiring =
                open.map(profile -> new Wiring(installation, profile, _ -> {}))
                        .orElseGet(() -> new Wiring(installation, profileFolder, _ -> {}));
        List<String> unknown = wiring.tryOrder().unknown();
        if (!unknown.isEmpty()) {
            sentences.note("nearside: " + explain.unknownAccelerators(unknown));
        }
        Stream.of(explain.of(policy), explain.of(wiring.found()))
                .flatMap(Optional::stream)
                .forEach(sentences::note);
        return wiring;
    }

    private interface ModelsAction {
        ExitCode run(ModelsCommands models) throws IOException;
    }

    /// A profile that may not be there, closed when it is.
    private record Keeping(Optional<Profile> profile) implements AutoCloseable {
        @Override
        public void close() {
            profile.ifPresent(Profile::close);
        }
    }
}
