package nearside.storage.past.foreign;

/// How much of a file is taken in at once, and how much at all.
///
/// @param conversation characters of one conversation; also of one text
/// @param levels of JSON inside each other
/// @param archiveBytes that come out of an archive
/// @param files in a folder or an archive
public record Limits(long conversation, int levels, long archiveBytes, int files) {
    /// A year of somebody who asks all day is some hundred megabytes in some thousand
    /// conversations, the largest of a few megabytes.
    public static final Limits USUAL = new Limits(64L << 20, 200, 4L << 30, 200_000);
}
