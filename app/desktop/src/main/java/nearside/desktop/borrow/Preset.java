package nearside.desktop.borrow;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key.Header;
import nearside.copilot.borrow.Lender.Whose;

/// A kind of far side that many people have: what is usual there fills the fields.
public enum Preset {
    OPENAI("https://api.openai.com/v1", Whose.CLOUD, Dialect.OPENAI, Header.BEARER),
    AZURE(
            "https://your-resource.openai.azure.com/openai/v1",
            Whose.CLOUD,
            Dialect.OPENAI,
            Header.API_KEY),
    OLLAMA("http://127.0.0.1:11434/v1", Whose.MY_DEVICE, Dialect.COMPATIBLE, Header.BEARER),
    LM_STUDIO("http://127.0.0.1:1234/v1", Whose.MY_DEVICE, Dialect.COMPATIBLE, Header.BEARER),
    LLAMA_CPP("http://127.0.0.1:8080/v1", Whose.MY_DEVICE, Dialect.COMPATIBLE, Header.BEARER),
    VLLM("http://127.0.0.1:8000/v1", Whose.MY_DEVICE, Dialect.COMPATIBLE, Header.BEARER),
    /// Its port is another one at each start (microsoft/Foundry-Local#447).
    FOUNDRY_LOCAL(
            "http://127.0.0.1:your-port/v1", Whose.MY_DEVICE, Dialect.COMPATIBLE, Header.BEARER),
    OTHER("", Whose.CLOUD, Dialect.COMPATIBLE, Header.BEARER);

    private final String address;
    private final Whose whose;
    private final Dialect dialect;
    private final Header header;

    Preset(String address, Whose whose, Dialect dialect, Header header) {
        this.address = address;
        this.whose = whose;
        this.dialect = dialect;
        this.header = header;
    }

    String address() {
        return address;
    }

    Whose whose() {
        return whose;
    }

    Dialect dialect() {
        return dialect;
    }

    Header header() {
        return header;
    }
}
