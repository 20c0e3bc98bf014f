package org.acme.tokens;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same tests against the packaged application. */
@QuarkusIntegrationTest
class TokenResourceIT extends TokenResourceTest {
}
