package io.quarkiverse.authlete.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same tests against the packaged application. */
@QuarkusIntegrationTest
class FeaturesIT extends FeaturesTest {
}
