package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

class TokenizerFileTest {
    private static final Map<String, String> NAMES = Map.of("<s>", "N");

    @Test
    void addedTokensAreReadWhereverTheyStand() throws IOException {
        String json =
                """
                {"model": {"vocab": {"a": 0}},
                 "added_tokens": [{"id": 7, "content": "<s>", "special": true}]}
                """;
        assertEquals(List.of(new AddedToken(7, "<s>", true)), TokenizerFile.addedTokens(json));
        assertEquals(List.of(), TokenizerFile.addedTokens("{}"));
    }

    @Test
    void aRenamedTokenKeepsItsIdAndItsFlags() {
        assertEquals(
                """
                {"added_tokens":[{"id":0,"content":"N","special":true}],\
                "model":{"unk_token":"N","vocab":{"a":1,"N":0},"merges":["a b"]}}\
                """,
                TokenizerFile.renamed(
                        """
                        {"added_tokens":[{"id":0,"content":"<s>","special":true}],
                         "model":{"unk_token":"<s>","vocab":{"<s>":0,"a":1},
                                  "merges":["a b","<s >","<s> a"]}}
                        """,
                        NAMES));
    }

    @Test
    void listedVocabulariesAndPairedMergesAreRenamedToo() {
        assertEquals(
                """
                {"added_tokens":[],"model":{"unk_token":null,"vocab":[["N",0.0],["a",-1.5]],\
                "merges":[["a","b"]]}}\
                """,
                TokenizerFile.renamed(
                        """
                        {"added_tokens":[],
                         "model":{"unk_token":null,"vocab":[["<s>",0.0],["a",-1.5]],
                                  "merges":[["a","b"],["<s",">"]]}}
                        """,
                        NAMES));
    }
}
