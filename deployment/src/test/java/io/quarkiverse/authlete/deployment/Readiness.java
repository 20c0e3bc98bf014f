package io.quarkiverse.authlete.deployment;

import java.util.List;
import java.util.Map;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** What an orchestrator gets when it asks an application whether it is ready. */
record Readiness(int status, String text, Map<String, Object> data) {

    /** Adds the health extension to this test only: the others show that the client works without it. */
    static TestApplication in(TestApplication test) {
        return test.setForcedDependencies(
                List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health", Version.getVersion())));
    }

    static Readiness ask() {
        Response response = RestAssured.get("/q/health/ready");
        return new Readiness(response.statusCode(), response.asString(),
                response.jsonPath().getMap("checks.find { it.name == 'Authlete' }.data"));
    }

    boolean ready() {
        return status == 200;
    }
}
