package nearside.copilot.orchestrator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.farside.Asked;
import nearside.farside.Completion;
import nearside.farside.Play;
import nearside.farside.Wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A far side that knows a whole reply and takes no prompt that ends with an assistant's line, as
/// several providers do: asked to go on it does that in one of the manners of models.
///
/// @param writes how many characters it writes before it ends the connection
record RefusingPrefill(CutReply reply, int writes) implements Play {
    private static final int LONGEST = 12;

    static RefusingPrefill whole(CutReply reply) {
        return new RefusingPrefill(reply, Integer.MAX_VALUE);
    }

    static RefusingPrefill cut(CutReply reply) {
        return new RefusingPrefill(reply, reply.at());
    }

    @Override
    public void answer(Asked asked, Wire wire) throws IOException {
        JsonArray messages =
                JsonParser.parseString(asked.body()).getAsJsonObject().getAsJsonArray("messages");
        if (word(messages, 1, "role").equals("assistant")) {
            wire.whole(
                    400,
                    "Content-Type: application/json",
                    "{\"error\":{\"message\":\"the last message must be a user's\"}}"
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        boolean goesOn = messages.size() > 1 && word(messages, 2, "role").equals("assistant");
        if (goesOn && !word(messages, 2, "content").equals(reply.written())) {
            throw new IOException("asked to go on with something else");
        }
        String text = goesOn ? reply.rest() : reply.whole().text();
        write(text.substring(0, Math.min(text.length(), writes)), wire);
    }

    private void write(String text, Wire wire) throws IOException {
        wire.stream().body(Completion.opening());
        List<String> pieces = reply.pieces(text, LONGEST);
        for (String piece : pieces) {
            wire.body(Completion.text(piece));
        }
        if (writes < Integer.MAX_VALUE) {
            wire.cut();
        } else {
            wire.body(Completion.finish("stop"));
            wire.body(Completion.usage(100, pieces.size()) + Completion.DONE).end();
        }
    }

    /// @param fromEnd 1 for the last one
    private static String word(JsonArray messages, int fromEnd, String key) {
        JsonObject message = messages.get(messages.size() - fromEnd).getAsJsonObject();
        return message.get(key).getAsString();
    }
}
