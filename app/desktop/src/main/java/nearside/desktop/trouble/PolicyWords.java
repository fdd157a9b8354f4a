package nearside.desktop.trouble;

import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import java.util.Optional;

/// Sentences for what is wrong with a policy.
record PolicyWords(Wording wording) {
    Optional<Trouble> of(PolicyState state) {
        return switch (state) {
            case PolicyState.None _, PolicyState.Valid _ -> Optional.empty();
            case PolicyState.Restricted(var faults) ->
                    Optional.of(
                            wording.trouble(
                                    "policy-restricted",
                                    faults,
                                    of(faults.getFirst()),
                                    faults.size() - 1));
        };
    }

    String of(PolicyFault fault) {
        return switch (fault) {
            case PolicyFault.Unreadable(var path) -> said("policy.fault.unreadable", path);
            case PolicyFault.WrongKind(var path) -> said("policy.fault.kind", path);
            case PolicyFault.ForeignOwner(var path, String owner) ->
                    said("policy.fault.owner", path, owner);
            case PolicyFault.WritableByOthers(var path, String found) ->
                    said("policy.fault.writable", path, found);
            case PolicyFault.TooLarge(var path, long found, long most) ->
                    said("policy.fault.too-large", path, found, most);
            case PolicyFault.TooMany(var path, int found, int most) ->
                    said("policy.fault.too-many", path, found, most);
            case PolicyFault.NotJson(var path, String _) -> said("policy.fault.not-json", path);
            case PolicyFault.DuplicateKey(var path, String key) ->
                    said("policy.fault.twice", path, key);
            case PolicyFault.UnknownKey(var path, String key) ->
                    said("policy.fault.unknown", path, key);
            case PolicyFault.WrongValue(var path, String key, String expected, String found) ->
                    said("policy.fault.value", path, key, expected, found);
            case PolicyFault.Conflict(var path, String key, var other) ->
                    said("policy.fault.conflict", path, key, other);
        };
    }

    private String said(String key, Object... arguments) {
        return wording.words().of(key, arguments);
    }
}
