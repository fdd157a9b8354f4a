package nearside.worker.text;

/// A string that the tokenizer takes for one token wherever it stands.
///
/// @param special whether decoding leaves it out of the text
record AddedToken(int id, String content, boolean special) {

    /// Whether it steers the model: a run of spaces that was added to save tokens does not.
    boolean controls() {
        return content.codePointCount(0, content.length()) > 1 && !content.isBlank();
    }
}
