package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.OnceLedger.Kind;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** Creates that are to happen exactly once, beside a server that keeps a ledger. */
abstract class OnceTest extends FaultTest {

    /** Of each test another one, so that nothing is known of it yet. */
    static long serviceId;

    RequestOptions once;
    OnceLedger ledger;

    static TestApplication configure() {
        return FaultMatrix.configure(URL, OnceTest.class, OnceLedger.class, OnceLedger.Kind.class);
    }

    @BeforeEach
    void startAnew() {
        once = RequestOptions.builder().serviceId(++serviceId).exactlyOnce().build();
        play(new OnceLedger());
    }

    OnceLedger play(OnceLedger ledger) {
        this.ledger = ledger;
        server.startAnew(ledger.script());
        return ledger;
    }

    AuthleteException fail(TokenCreateRequest request, RequestOptions options) {
        return catchThrowableOfType(AuthleteException.class, () -> tokens.create(request, options));
    }

    List<Kind> kinds() {
        return server.requests().stream().map(Kind::of).toList();
    }

    static TokenCreateRequest request() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("john").build();
    }
}
