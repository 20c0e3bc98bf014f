package io.quarkiverse.authlete.nativecheck;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.test.junit.buildchain.TestBuildChainCustomizerProducer;

/**
 * Fails the tests of an application, on the JVM, if its native executable could not read or write one of its classes as JSON.
 */
public final class EntitiesCheck implements TestBuildChainCustomizerProducer {

    @Override
    public Consumer<BuildChainBuilder> produce(Index testClasses) {
        return chain -> chain.addBuildStep(EntitiesCheck::check)
                .consumes(ApplicationArchivesBuildItem.class)
                .consumes(CombinedIndexBuildItem.class)
                .consumes(ReflectiveClassBuildItem.class)
                // Without a product, the step would be left out.
                .produces(GeneratedResourceBuildItem.class)
                .build();
    }

    private static void check(BuildContext context) {
        IndexView application = context.consume(ApplicationArchivesBuildItem.class).getRootArchive().getIndex();
        IndexView all = context.consume(CombinedIndexBuildItem.class).getIndex();
        Set<String> registered = context.consumeMulti(ReflectiveClassBuildItem.class).stream()
                .filter(item -> item.isMethods() || item.isFields())
                .flatMap(item -> item.getClassNames().stream()).collect(toSet());
        Entities entities = new Entities(all);
        Set<String> missing = new TreeSet<>(entities.returnedBy(application));
        missing.addAll(entities.annotatedForJackson(application));
        missing.removeAll(registered);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "A native executable could not read or write these classes as JSON, because they are not"
                            + " registered for reflection: " + missing + ". Annotate them with @RegisterForReflection");
        }
        context.produce(new GeneratedResourceBuildItem("entities-checked", new byte[0]));
    }
}
