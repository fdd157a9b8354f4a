package nearside.desktop.trouble;

import nearside.copilot.borrow.Offer;
import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.downloads.Trip;
import nearside.copilot.models.ImportOutcome;
import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.copilot.orchestrator.Whole;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.engine.EngineFailure;
import nearside.engine.accelerator.Standing;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.local.EngineState;
import nearside.engine.pack.PackStanding;
import nearside.storage.Recovered;
import nearside.storage.SettingsFound;
import nearside.storage.SettingsTrouble;
import nearside.storage.StorageFailure;
import nearside.storage.past.PastRefusal;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Turns every expected failure into sentences: the one place where that is done for window and
/// terminal.
public final class Explain {
    private final Wording wording;
    private final EngineTrouble engine;
    private final FolderTrouble folder;
    private final StorageTrouble storage;
    private final AcceleratorWords accelerators;
    private final PackWords packs;
    private final WholeNeeded wholeNeeded;
    private final SettingsWords settings;
    private final PolicyWords policy;
    private final RecoveredWords recovered;
    private final Amounts amounts;
    private final PastTrouble past;
    private final DownloadTrouble downloads;
    private final ImportTrouble imports;
    private final CatalogueWords catalogue;

    public Explain(Words words) {
        wording = new Wording(words);
        amounts = new Amounts(words);
        folder = new FolderTrouble(wording);
        engine = new EngineTrouble(wording, folder);
        accelerators = new AcceleratorWords(words);
        packs = new PackWords(words, accelerators);
        wholeNeeded = new WholeNeeded(words, amounts);
        recovered = new RecoveredWords(words);
        storage = new StorageTrouble(wording, amounts);
        settings = new SettingsWords(wording);
        policy = new PolicyWords(wording);
        past = new PastTrouble(words, amounts);
        imports = new ImportTrouble(wording, folder);
        downloads = new DownloadTrouble(wording, new FarTrouble(wording), folder, storage);
        catalogue = new CatalogueWords(wording, downloads);
    }

    /// That an answer rests on a part.
    public String of(Whole whole) {
        return wholeNeeded.of(whole);
    }

    /// What left this device, in one line.
    public String left(Offer offer) {
        return wording.left(offer);
    }

    /// What a far model asks for that saw a part, in one line.
    public String needs(TurnEvent.Needs needs) {
        return wording.needs(needs);
    }

    public Trouble of(EngineFailure failure) {
        return engine.of(failure);
    }

    public Trouble of(FolderFlaw flaw) {
        return folder.of(flaw);
    }

    /// Why a model did not come.
    public Trouble of(Trip.Trouble trouble) {
        return downloads.of(trouble);
    }

    /// No catalogue offers a model of that name here.
    ///
    /// @param offered the names of those that are offered
    public Trouble notOffered(String id, String offered) {
        return wording.trouble("not-offered", id, id, offered.isEmpty() ? "–" : offered);
    }

    /// Why nothing is offered.
    public Trouble of(CatalogueFault fault) {
        return catalogue.of(fault);
    }

    /// How an accelerator stands with a model, and why.
    public String of(Standing standing) {
        return accelerators.of(standing);
    }

    /// How it stands with a pack, and why.
    public String of(PackStanding standing) {
        return packs.of(standing);
    }

    /// The settings name accelerators that nobody knows.
    public String unknownAccelerators(List<String> names) {
        return accelerators.unknown(names);
    }

    /// What becomes of a folder that was made for another provider and can run here.
    public String madeFor(String provider) {
        return wording.words().of("models.made-for", provider);
    }

    public Trouble of(StorageFailure failure) {
        return storage.of(failure);
    }

    /// What is wrong with the settings, if something is.
    public Optional<Trouble> of(SettingsFound found) {
        return settings.of(found);
    }

    /// One thing that is wrong with them.
    public String of(SettingsTrouble trouble) {
        return settings.of(trouble);
    }

    /// Why the strictest policy holds, if it does.
    public Optional<Trouble> of(PolicyState state) {
        return policy.of(state);
    }

    /// One thing that is wrong with a policy.
    public String of(PolicyFault fault) {
        return policy.of(fault);
    }

    /// Why something of the past was not brought in: one sentence.
    public String of(PastRefusal refusal) {
        return past.of(refusal);
    }

    /// There is no such conversation.
    public Trouble noConversation(String id) {
        return wording.trouble("no-conversation", id, id);
    }

    /// Nothing in the files that were named can be brought in.
    public Trouble nothingToBring() {
        return wording.trouble("nothing-to-bring", "");
    }

    /// The profile needs a passphrase, and nobody sits at a terminal who could type it.
    public Trouble noTerminal(Path profile) {
        return wording.trouble("no-terminal", profile);
    }

    /// The policy of this device keeps conversations in the program.
    public Trouble exportForbidden() {
        return wording.trouble("export-forbidden", "");
    }

    /// The system did not take pages for a printer.
    ///
    /// @param said by the system
    public Trouble printingRefused(String printer, String said) {
        return wording.trouble("printing-refused", said, printer, said);
    }

    /// The system did not say whether it took pages for a printer.
    public Trouble printingSilent(String printer, Duration waited) {
        return wording.trouble("printing-silent", waited, printer, waited.toSeconds());
    }

    /// A conversation could not be set in pages.
    public Trouble noPages(String found) {
        return wording.trouble("printing-pages", found, found);
    }

    /// What became of a database that was damaged.
    public Trouble of(Recovered done) {
        return recovered.of(done);
    }

    /// Some of a message cannot be read any more.
    public Trouble damagedMessage() {
        return wording.trouble("message-damaged", "message");
    }

    /// The trouble that an engine is in, if it is in one.
    public Optional<Trouble> of(EngineState state) {
        return switch (state) {
            case EngineState.Empty _ -> Optional.of(of(new EngineFailure.NoModel()));
            case EngineState.Loading _,
                    EngineState.Ready _,
                    EngineState.Answering _,
                    EngineState.Unloaded _ ->
                    Optional.empty();
            case EngineState.Down down -> Optional.of(of(down.failure()));
        };
    }

    /// Why a model was not brought in.
    public Trouble of(ImportOutcome.Refusal refusal) {
        return imports.of(refusal);
    }

    /// Copying a model folder broke off.
    public Trouble importBroke(Path folder, IOException broken) {
        return wording.trouble("import-broke", broken, folder);
    }

    /// An address of a message that is not here.
    public Trouble linkLeadsNowhere(String address) {
        return wording.trouble("link-nowhere", address, address);
    }

    /// A fault of the program itself, named by its code.
    public Trouble of(TurnEvent.Broken broken) {
        return wording.trouble("bug", broken.code(), broken.code());
    }

    /// An honest stop: what is missing and what would help.
    public Trouble of(TurnEvent.Declined declined) {
        Trouble said = pinned(declined.decision(), declined(declined.decision()));
        return declined.decision().situation().asked().never().isEmpty()
                ? said
                : said.withStep(wording.words().of("trouble.relief"));
    }

    private Trouble pinned(Decision decision, Trouble said) {
        return decision.situation().asked().pinned() == 0
                ? said
                : said.withStep(wording.words().of("trouble.pinned"));
    }

    private Trouble declined(Decision decision) {
        String details = decision.reason() + " " + decision.needs() + " " + decision.situation();
        String missing = amounts.bytes(decision.needs().missingBytes());
        return switch (decision.reason()) {
            case NO_MEMORY_LOAD -> wording.trouble("no-memory-load", details, missing);
            case NO_MEMORY_CONTEXT -> wording.trouble("no-memory-context", details, missing);
            case WINDOW_EXCEEDED ->
                    wording.trouble("window-exceeded", details, decision.needs().missingTokens());
            case ENGINE_FAILED -> wording.trouble("no-engine", details);
            case FITS, FITS_PACKED, TOO_SLOW, POLICY_OFFLINE, POLICY_CONSENT, USER_CHOICE ->
                    wording.trouble("declined", details, decision.reason());
        };
    }
}
