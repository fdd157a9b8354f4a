package nearside.desktop.trouble;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastRefusal.Limit;
import nearside.storage.past.PastWhere;

/// One sentence for each thing that was not brought in: where, what was expected, what was found.
record PastTrouble(Words words, Amounts amounts) {
    String of(PastRefusal refusal) {
        return words.of("past.refused", place(refusal.where()), reason(refusal));
    }

    private String place(PastWhere where) {
        String file = where.file();
        if (where.conversation().isEmpty()) {
            return file;
        }
        int number = where.conversation().get();
        String message =
                where.message()
                        .filter(id -> !id.isBlank())
                        .map(id -> words.of("past.where.message", file, number, id))
                        .orElseGet(() -> words.of("past.where.conversation", file, number));
        return where.attachment()
                .map(name -> words.of("past.where.attachment", message, name))
                .orElse(message);
    }

    private String reason(PastRefusal refusal) {
        return switch (refusal) {
            case PastRefusal.Unreadable _ -> words.of("past.refused.unreadable");
            case PastRefusal.UnknownForm _ -> words.of("past.refused.unknown-form");
            case PastRefusal.NotJson(var _, String at) -> words.of("past.refused.not-json", at);
            case PastRefusal.CutOff _ -> words.of("past.refused.cut-off");
            case PastRefusal.TooMuch(var _, Limit limit, long most) -> tooMuch(limit, most);
            case PastRefusal.Wrong(var _, String member, Kind expected, Kind found) ->
                    words.of(
                            "past.refused.wrong",
                            member.isEmpty() ? 0 : 1,
                            member,
                            kind(expected),
                            kind(found));
            case PastRefusal.Circle _ -> words.of("past.refused.circle");
            case PastRefusal.Twice _ -> words.of("past.refused.twice");
            case PastRefusal.Taken _ -> words.of("past.refused.taken");
            case PastRefusal.Newer(var _, String found, int known) ->
                    words.of("past.refused.newer", found, known);
            case PastRefusal.BadArchive _ -> words.of("past.refused.bad-archive");
        };
    }

    private String tooMuch(Limit limit, long most) {
        return switch (limit) {
            case CONVERSATION -> words.of("past.refused.large-conversation", most);
            case TEXT -> words.of("past.refused.large-text", most);
            case LEVELS -> words.of("past.refused.deep", most);
            case ARCHIVE -> words.of("past.refused.large-archive", amounts.bytes(most));
            case FILES -> words.of("past.refused.many-files", most);
            case ATTACHMENT -> words.of("past.refused.large-attachment", amounts.bytes(most));
            case ATTACHMENTS -> words.of("past.refused.large-attachments", amounts.bytes(most));
        };
    }

    private String kind(Kind kind) {
        return words.of(
                switch (kind) {
                    case NOTHING -> "past.kind.nothing";
                    case TEXT -> "past.kind.text";
                    case NUMBER -> "past.kind.number";
                    case TRUTH -> "past.kind.truth";
                    case LIST -> "past.kind.list";
                    case OBJECT -> "past.kind.object";
                    case TIME -> "past.kind.time";
                    case ID -> "past.kind.id";
                    case WORD -> "past.kind.word";
                    case BASE64 -> "past.kind.bytes";
                    case SIZE -> "past.kind.size";
                });
    }
}
