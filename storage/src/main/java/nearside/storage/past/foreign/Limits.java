package nearside.storage.past.foreign;

import nearside.storage.past.PastAttachment;

/// How much of a file is taken in at once, and how much at all.
///
/// @param conversation characters of one conversation, and 32 for each value of JSON in it; also
///   characters of one text
/// @param levels of JSON inside each other
/// @param archiveBytes that come out of an archive
/// @param files in a folder or an archive
/// @param attachmentBytes of one attachment
/// @param attachmentsBytes of all attachments of one conversation, which are in memory together
public record Limits(
        long conversation,
        int levels,
        long archiveBytes,
        int files,
        long attachmentBytes,
        long attachmentsBytes) {
    /// A year of somebody who asks all day is some hundred megabytes in some thousand
    /// conversations, the largest of a few megabytes. Four times that fits into the memory that the
    /// program takes.
    public static final Limits USUAL =
            new Limits(
                    16L << 20,
                    200,
                    4L << 30,
                    200_000,
                    PastAttachment.MOST_BYTES,
                    2L * PastAttachment.MOST_BYTES);
}
