package io.quarkiverse.authlete.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What an application can call changes only on purpose. */
class PublicApiTest {

    private static final Path RECORD = Path.of("src/test/resources/public-api.txt");

    /** What every application with this extension has, and what does not change with Quarkus. */
    private static final List<String> STABLE = List.of("java.", PublicTypes.ROOT + ".", "io.smallrye.mutiny.",
            "jakarta.enterprise.util.", "jakarta.inject.");

    /** The declarative client is one of the REST client, with annotations of fault tolerance. */
    private static final List<String> OF_THE_REST_CLIENT = List.of("jakarta.ws.rs.", "io.smallrye.faulttolerance.api.");

    @Test
    void apiIsAsRecorded() throws IOException {
        if (Boolean.getBoolean("public-api.record")) {
            Files.write(RECORD, declarations());
        }
        List<String> recorded = withTypes(Files.readAllLines(RECORD));
        List<String> actual = withTypes(declarations());
        assertThat(Stream.concat(recorded.stream().filter(line -> !actual.contains(line)).map("- "::concat),
                actual.stream().filter(line -> !recorded.contains(line)).map("+ "::concat)))
                .as("The public API has changed. If it was on purpose, record it with -Dpublic-api.record=true, and read the"
                        + " difference: nothing that was released may go or change")
                .isEmpty();
    }

    private static List<String> withTypes(List<String> declarations) {
        List<String> result = new ArrayList<>();
        String type = "";
        for (String declaration : declarations) {
            type = declaration.startsWith(" ") ? type : declaration;
            result.add(declaration.startsWith(" ") ? type + declaration : declaration);
        }
        return result;
    }

    private static List<String> declarations() {
        List<String> declarations = new ArrayList<>();
        for (Class<?> type : PublicTypes.all()) {
            declarations.add(Signatures.of(type));
            PublicTypes.members(type).stream().sorted(Comparator.comparing(Member::getName).thenComparing(Signatures::of))
                    .map(member -> "  " + Signatures.of(member)).forEach(declarations::add);
        }
        return declarations;
    }

    @Test
    void apiShowsNothingThatChangesWithQuarkus() {
        for (Class<?> type : PublicTypes.all()) {
            boolean isRestClient = type.getPackageName().endsWith(".rest");
            Stream.concat(PublicTypes.shownBy(type), PublicTypes.members(type).stream().flatMap(PublicTypes::shownBy))
                    .filter(shown -> !shown.isPrimitive())
                    .forEach(shown -> assertThat(shown.getName()).as("shown by " + type)
                            .matches(name -> !PublicTypes.isInternal(name), "is not internal")
                            .matches(name -> STABLE.stream().anyMatch(name::startsWith)
                                    || isRestClient && OF_THE_REST_CLIENT.stream().anyMatch(name::startsWith), "is stable"));
        }
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(PublicTypes.all().stream().map(Class::getPackage))
                .allSatisfy(
                        aPackage -> assertThat(aPackage.isAnnotationPresent(NullMarked.class)).as(aPackage.getName()).isTrue());
    }

    @Test
    void recordHasGeneratedBuildersToo() {
        assertThat(declarations()).contains("final class model.TokenCreateRequest.Builder",
                "  model.TokenCreateRequest.Builder subject(@Nullable String)", "  @Nullable String subject()")
                .noneMatch(declaration -> declaration.contains("Immutable"));
    }
}
