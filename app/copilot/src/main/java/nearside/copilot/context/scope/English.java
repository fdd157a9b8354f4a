package nearside.copilot.context.scope;

import nearside.copilot.context.scope.Tongue.Tasks;

/// How English asks about all of a text.
final class English {
    private static final String TEXT =
            "(?:document|text|file|article|paper|report|book|story|essay|thread|transcript|contract"
                    + "|conversation|chat|discussion|dialogue|talk|exchange|session|meeting|thing"
                    + "|letter|e-?mail|pdf|log|notes?)s?";

    private static final String KIND =
            "(?:main|key|central|major|important|overall|recurring|common|biggest|core|different)";

    private static final String POINT =
            "(?:points?|themes?|topics?|ideas?|takeaways?|messages?|findings|arguments?|conclusions?"
                    + "|subjects?|facts|decisions|outcomes|results|insights|lessons)";

    static final Tongue TONGUE =
            new Tongue(
                    new Tasks(
                            Tongue.words(
                                    """
                                    summari[sz](?:e|es|ing|ed) sum_(?:\\w+_){0,4}up summing_up
                                    recap recapitulate condense outline tldr digest
                                    boil_(?:\\w+_){1,3}down wrap_(?:\\w+_){1,3}up
                                    (?:summary|overview|synopsis|abstract|rundown|gist|big_picture|bottom_line|essence|nutshell|outline)
                                    (?:short|condensed|brief)_version
                                    (?:most_)?%1$s_%2$s themes topics takeaways highlights
                                    what(?:'s|_is|_was|_are|_were)_(?:\\w+_){1,3}(?:all_)?about
                                    what_(?:have|did|do)_we_(?:\\w+_)?(?:talk|talked|discuss|discussed|cover|covered|decide|decided|say|said)
                                    (?:what|which)_%2$s_(?:did|have|do|does|are|were|came|come)
                                    what(?:'s|_is|_was|_are)_in (?:main_)?contents? essentials?
                                    break_(?:\\w+_){1,3}down what_does_(?:\\w+_){1,2}(?:say|cover|contain|deal_with)
                                    (?:bring|get)_me_up_to_(?:speed|date) catch_me_up
                                    """
                                            .formatted(KIND, POINT)),
                            Tongue.words(
                                    """
                                    translate translation proofread proof-read spell-?check correct
                                    fix edit rewrite reword paraphrase rephrase reformat convert
                                    transcribe copy-?edit (?:check|fix)_the_(?:spelling|grammar) spelling_mistakes spelling grammar polish anonymi[sz]e
                                    """),
                            Tongue.words(
                                    """
                                    (?:how_often|how_many_times|count|number_of_times).*(?:mention(?:s|ed)?|named|occurs?|appears?|came_up|comes?_up|used|say|said|stands?)
                                    (?:all|every|each)(?:_of)?(?:_the)?_(?:mentions?|occurrences?|instances?|appearances?|places_where)
                                    (?:count|how_many)_(?:all_)?(?:the_)?(?:words|sentences|lines|messages|paragraphs|questions)
                                    """)),
                    Tongue.words(
                            """
                            everything all_(?:of_)?(?:it|this|that|them|the_above) so_far
                            (?:up_to|until|till)_now
                            (?:the|this|that|our|my)_(?:whole|entire|full|complete)_%1$s
                            (?:our|this)_(?:conversation|discussion|chat|talk|dialogue|exchange|session|thread)
                            (?:summari[sz]e|recap|outline|condense|summary_of|overview_of|gist_of)_(?:the|this|that|our|my)_(?:attached_)?%1$s(?!_(?:of|from|by|about|on|that|which|in|to)\\b)
                            (?:all|any)_of_(?:this|that|it) all_this we(?:_have|'ve)?_(?:discussed|talked_about|covered|said)
                            """
                                    .formatted(TEXT)),
                    Tongue.words(TEXT),
                    Tongue.words(
                            """
                            about_(?!it$|this$|that$|in\\b|so_far)\\w.* regarding concerning related_to with_respect_to
                            on_the_topic on_(?:the_)?subject mention(?:s|ing)?
                            chapters? (?<!(?:in|as)_\\w{1,5}_)paragraphs? sections? sentences_(?:\\d|one|two|three) pages?
                            (?:first|second|third|fourth|last|previous|latest|next)_(?!of_all)\\w+
                            \\w+'s_(?!all\\b|this|that|it\\b|the\\b|our\\b|been\\b)\\w+
                            (?:your|his|her|their)_(?:\\w+_)?(?:summary|overview|outline|recap|abstract|synopsis)
                            ^(?:why|who|whose|where|when|did|does|do|is|was|are|were|has|have|should)_.*
                            ^which_(?!%1$s|%2$s).*
                            """
                                    .formatted(KIND, POINT)),
                    Tongue.words(
                            """
                            a an the this that these those it them all of on in into to from for with and or as
                            please kindly can could would will you we i me us my our your own need want like
                            have give write make provide create prepare draft produce generate show list tell
                            let i'd let's explain describe check hey say now then ok okay so hi hello hey thanks thank just only again do get
                            what what's which we've who's is are was were be does did up came come cover covers
                            covered made discuss discussed executive version style one-page compact quickly [a-z]+-page [a-z]+-year-old i've i haven't read its way words short brief briefly quick quickly concise
                            detailed high-level simple plain good nice rough clear words? sentences? bullets?
                            bullet_points? points lines? paragraph list table one two three four five six
                            seven eight nine ten hundred few about around most more than least there here
                            at above below attached whole entire full complete every each some
                            english german french spanish chinese japanese italian language
                            """));

    private English() {}
}
