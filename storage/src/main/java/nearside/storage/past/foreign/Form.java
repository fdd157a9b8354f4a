package nearside.storage.past.foreign;

import com.google.gson.JsonObject;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastWhere;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a program writes one conversation as a JSON object. Pure.
interface Form {
    /// Those that can be told by an object alone.
    List<Form> TOLD_APART =
            List.of(new ChatGptForm(), new ClaudeForm(), new OpenWebuiForm(), new LmStudioForm());

    PastSource source();

    boolean fits(JsonObject conversation);

    Reading read(JsonObject conversation, PastWhere where);

    /// What was read: a conversation, unless it is refused as a whole, and what was left out of it.
    record Reading(Optional<PastConversation> conversation, List<PastRefusal> refusals) {
        public Reading {
            refusals = List.copyOf(refusals);
        }

        /// What is left out first, then the rest.
        List<PastEntry> entries(Form form, PastWhere where) {
            List<PastEntry> entries = new ArrayList<>();
            refusals.forEach(refusal -> entries.add(new PastEntry.Refused(refusal)));
            conversation.ifPresent(
                    it -> entries.add(new PastEntry.Found(form.source(), where, it)));
            return entries;
        }

        static Reading refused(PastRefusal refusal) {
            return new Reading(Optional.empty(), List.of(refusal));
        }
    }
}
