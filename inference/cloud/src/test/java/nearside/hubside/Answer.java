package nearside.hubside;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What is sent for one request.
///
/// @param status [#NO_HEAD] where the pieces are all that is sent
/// @param length what `Content-Length` says, where the frame has it
record Answer(int status, List<Header> headers, Frame frame, long length, List<Piece> pieces) {
    static final int NO_HEAD = 0;

    Answer {
        headers = List.copyOf(headers);
        pieces = List.copyOf(pieces);
    }

    /// An answer as it should be.
    static Answer of(int status, List<Header> headers, Piece.Bytes body) {
        return new Answer(status, headers, Frame.LENGTH, body.count(), List.of(body));
    }

    /// An answer in JSON that is not worth a file.
    static Answer json(int status, String json) {
        return of(
                status,
                List.of(new Header("Content-Type", "application/json; charset=utf-8")),
                Piece.Bytes.all(Content.of(json)));
    }

    static Answer error(int status, String code, String message) {
        return json(status, "{\"error\":\"" + message + "\"}")
                .with(new Header("X-Error-Code", code), new Header("X-Error-Message", message));
    }

    static Answer redirect(int status, String location) {
        return of(
                status,
                List.of(new Header("Location", location), new Header("Content-Type", "text/plain")),
                Piece.Bytes.all(Content.of("Found. Redirecting to " + location)));
    }

    /// Bytes outside of any answer.
    static Answer raw(Piece... pieces) {
        return new Answer(NO_HEAD, List.of(), Frame.UNTIL_CLOSE, 0, List.of(pieces));
    }

    /// The body of an answer as it should be.
    Piece.Bytes body() {
        return (Piece.Bytes) pieces.getFirst();
    }

    Answer with(Header... more) {
        List<Header> all = Stream.concat(headers.stream(), Stream.of(more)).toList();
        return new Answer(status, all, frame, length, pieces);
    }

    /// The same with each header changed.
    Answer mapped(UnaryOperator<Header> change) {
        return new Answer(status, headers.stream().map(change).toList(), frame, length, pieces);
    }

    /// The same head with another way of sending.
    Answer sending(Piece... others) {
        return new Answer(status, headers, frame, length, List.of(others));
    }

    /// The same in another frame, whose length is that of what is sent.
    Answer in(Frame other) {
        long sent =
                pieces.stream()
                        .mapToLong(piece -> piece instanceof Piece.Bytes b ? b.count() : 0)
                        .sum();
        return new Answer(status, headers, other, sent, pieces);
    }
}
