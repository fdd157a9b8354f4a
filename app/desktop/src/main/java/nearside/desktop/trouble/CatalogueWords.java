package nearside.desktop.trouble;

import nearside.copilot.catalogue.CatalogueFault;

/// Sentences for a catalogue that cannot be believed.
record CatalogueWords(Wording wording, DownloadTrouble downloads) {
    Trouble of(CatalogueFault fault) {
        return switch (fault) {
            case CatalogueFault.Missing _ -> wording.trouble("catalogue.missing", fault);
            case CatalogueFault.Unreadable _ -> wording.trouble("catalogue.unreadable", fault);
            case CatalogueFault.Unfetched(var failure) ->
                    wording.trouble("catalogue.unfetched", fault, downloads.of(failure).title());
            case CatalogueFault.NoDoor(String why) ->
                    wording.trouble("catalogue.no-door", fault, why);
            case CatalogueFault.NoLedger _ -> wording.trouble("catalogue.no-ledger", fault);
            case CatalogueFault.TooLarge(long most) ->
                    wording.trouble("catalogue.too-large", fault, wording.bytes(most));
            case CatalogueFault.WeakKey _ -> wording.trouble("catalogue.weak-key", fault);
            case CatalogueFault.BadSignature _ -> wording.trouble("catalogue.signature", fault);
            case CatalogueFault.NotJson(String problem) ->
                    wording.trouble("catalogue.not-json", fault, problem);
            case CatalogueFault.DuplicateKey(String key) ->
                    wording.trouble("catalogue.twice", fault, key);
            case CatalogueFault.UnknownKey(String key) ->
                    wording.trouble("catalogue.unknown", fault, key);
            case CatalogueFault.WrongValue(String key, String expected, String found) ->
                    wording.trouble("catalogue.value", fault, key, expected, found);
            case CatalogueFault.Outdated(long found, long least) ->
                    wording.trouble("catalogue.outdated", fault, found, least);
        };
    }
}
