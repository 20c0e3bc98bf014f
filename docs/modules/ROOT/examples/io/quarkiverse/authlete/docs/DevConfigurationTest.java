package io.quarkiverse.authlete.docs;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(DevConfigurationTest.Printed.class)
class DevConfigurationTest extends StartedConfiguration {

    DevConfigurationTest() {
        super("dev");
    }

    public static class Printed extends Profile {

        public Printed() {
            super("dev");
        }
    }
}
