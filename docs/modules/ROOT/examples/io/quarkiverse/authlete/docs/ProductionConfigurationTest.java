package io.quarkiverse.authlete.docs;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ProductionConfigurationTest.Printed.class)
class ProductionConfigurationTest extends StartedConfiguration {

    ProductionConfigurationTest() {
        super("prod");
    }

    public static class Printed extends Profile {

        public Printed() {
            super("prod");
        }
    }
}
