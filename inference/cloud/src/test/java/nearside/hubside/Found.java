package nearside.hubside;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a request leads to on a hub without faults.
sealed interface Found {
    Answer answer(HubRequest request);

    /// An answer whatever else is in the request.
    record Fixed(Answer answer) implements Found {
        @Override
        public Answer answer(HubRequest request) {
            return answer;
        }
    }

    /// Content that can be asked for in parts.
    ///
    /// @param tag of the content, without quotes
    /// @param more headers of the answer
    record Resource(Content content, String tag, List<Header> more) implements Found {
        public Resource {
            more = List.copyOf(more);
        }

        String quotedTag() {
            return "\"" + tag + "\"";
        }

        @Override
        public Answer answer(HubRequest request) {
            Optional<String> range = range(request);
            if (range.isEmpty()) {
                return part(200, ByteRange.whole(content.size()));
            }
            return ByteRange.of(range.get(), content.size())
                    .map(this::partial)
                    .orElseGet(this::beyond);
        }

        private Optional<String> range(HubRequest request) {
            boolean changed =
                    request.header("If-Range").stream().anyMatch(tag -> !tag.equals(quotedTag()));
            return request.header("Range").filter(ByteRange::isOne).filter(one -> !changed);
        }

        /// What is sent as this part, and says so.
        Answer partial(ByteRange range) {
            return part(206, range).with(new Header("Content-Range", range.of(content.size())));
        }

        private Answer beyond() {
            return Answer.of(416, headers(), new Piece.Bytes(content, new ByteRange(0, 0)))
                    .with(new Header("Content-Range", "bytes */" + content.size()));
        }

        private Answer part(int status, ByteRange range) {
            return Answer.of(status, headers(), new Piece.Bytes(content, range));
        }

        private List<Header> headers() {
            Stream<Header> own =
                    Stream.of(
                            new Header("ETag", quotedTag()), new Header("Accept-Ranges", "bytes"));
            return Stream.concat(own, more.stream()).toList();
        }
    }
}
