package nearside.cloud.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;

class EnvironmentProxyTest {
    private static final URI FAR = URI.create("https://api.far.example/v1");
    private static final InetSocketAddress SYSTEM =
            InetSocketAddress.createUnresolved("system.example", 1);

    private static List<Proxy> chosen(Map<String, String> environment, URI to) {
        return new EnvironmentProxy(environment, ProxySelector.of(SYSTEM)).select(to);
    }

    private static List<Proxy> proxy(String host, int port) {
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }

    @ParameterizedTest
    @CsvSource({
        "https_proxy,http://p.example:3128,p.example,3128",
        "HTTPS_PROXY,http://p.example:3128/,p.example,3128",
        "all_proxy,p.example:3128,p.example,3128",
        "ALL_PROXY,http://u:w@p.example,p.example,8080",
        "http_proxy,http://p.example:3128,system.example,1",
        "https_proxy,socks5://p.example:1080,system.example,1",
        "https_proxy,' ',system.example,1",
        "https_proxy,http://[broken,system.example,1"
    })
    void theNamedProxyIsTakenElseTheSystems(String name, String value, String host, int port) {
        assertEquals(proxy(host, port), chosen(Map.of(name, value), FAR));
    }

    @ParameterizedTest
    @CsvSource({
        "far.example,true",
        ".far.example,true",
        "*.far.example,true",
        "'other.example, API.far.example',true",
        "*,true",
        "r.example,false",
        "example.com,false",
        "'',false"
    })
    void exceptionsGoStraight(String exceptions, boolean straight) {
        Map<String, String> environment =
                Map.of("https_proxy", "http://p.example:3128", "no_proxy", exceptions);
        List<Proxy> expected = straight ? List.of(Proxy.NO_PROXY) : proxy("p.example", 3128);
        assertEquals(expected, chosen(environment, FAR));
    }

    @Test
    void thisMachineIsNeverReachedByAProxy() {
        Map<String, String> environment = Map.of("http_proxy", "http://p.example:3128");
        for (String here : List.of("localhost", "127.0.0.1", "127.8.8.8", "[::1]")) {
            assertEquals(
                    List.of(Proxy.NO_PROXY),
                    chosen(environment, URI.create("http://" + here + ":9")));
        }
    }
}
