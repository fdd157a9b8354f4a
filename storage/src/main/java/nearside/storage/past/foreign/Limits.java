package nearside.storage.past.foreign;

/// How much of a file is taken in at once, and how much at all.
///
/// @param conversation characters of one conversation, and 32 for each value of JSON in it; also
///   characters of one text
/// @param levels of JSON inside each other
/// @param archiveBytes that come out of an archive
/// @param files in a folder or an archive
public record Limits(long conversation, int levels, long archiveBytes, int files) {
    /// A year of somebody who asks all day is some hundred megabytes in some thousand
    /// conversations, the largest of a few megabytes. Four times that fits into the memory that the
    /// program takes.
    public static final Limits USUAL = new Limits(16L << 20, 200, 4L << 30, 200_000);
}
