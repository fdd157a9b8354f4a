package nearside.storage.past.page;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;

import java.time.Instant;

/// The words on a page that are not of the conversation, in the language of the person.
public interface PageWords {
    /// A tag of BCP 47.
    String language();

    String speaker(Speaker speaker);

    String time(Instant time);

    /// How a message ended that was not written to its end; nothing for one that was.
    String ending(State state);

    /// The name and the size of a file, and whether it cannot be read any more.
    String attachment(PastAttachment attachment);

    /// Messages of other branches are not on the page.
    String leftOut(int messages);
}
