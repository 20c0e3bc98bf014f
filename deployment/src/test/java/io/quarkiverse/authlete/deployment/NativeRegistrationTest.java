package io.quarkiverse.authlete.deployment;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.AuthorizationDetails;
import io.quarkiverse.authlete.model.AuthorizationDetailsElement;
import io.quarkiverse.authlete.model.ClientType;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.LimitedClient;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TaggedValue;
import io.quarkiverse.authlete.model.TokenBatchKind;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchResult;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.rest.RetryableFailure;
import io.quarkiverse.authlete.rest.TokenRetryBackoff;
import io.quarkiverse.authlete.runtime.json.ErrorBody;
import io.quarkiverse.authlete.runtime.restclient.TokenApiListener;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** What the build tells a native executable about the extension. */
class NativeRegistrationTest {

    /** Filled by the build, which runs in the class loader of the test runner, and read there after it. */
    static final Set<String> REFLECTIVE = ConcurrentHashMap.newKeySet();
    static final Set<String> CONSTRUCTORS = ConcurrentHashMap.newKeySet();
    static final Set<String> METHODS = ConcurrentHashMap.newKeySet();
    static final Set<String> OTHER = ConcurrentHashMap.newKeySet();

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .addBuildChainCustomizer(chain -> chain.addBuildStep(context -> {
                context.consumeMulti(ReflectiveClassBuildItem.class).stream()
                        .flatMap(item -> item.getClassNames().stream())
                        .filter(name -> name.startsWith("io.quarkiverse.authlete"))
                        // Quarkus registers every configuration and qualifier by itself.
                        .filter(name -> !name.startsWith("io.quarkiverse.authlete.runtime.config."))
                        .filter(name -> !name.equals(AuthleteServiceName.class.getName()))
                        .forEach(REFLECTIVE::add);
                context.consumeMulti(ReflectiveClassBuildItem.class).forEach(item -> {
                    if (item.isConstructors()) {
                        CONSTRUCTORS.addAll(item.getClassNames());
                    }
                    if (item.isMethods()) {
                        METHODS.addAll(item.getClassNames());
                    }
                });
                context.consumeMulti(ExtensionSslNativeSupportBuildItem.class)
                        .forEach(item -> OTHER.add("ssl:" + item.getExtension()));
                context.consumeMulti(ServiceProviderBuildItem.class)
                        .forEach(item -> item.providers().forEach(p -> OTHER.add(item.serviceDescriptorFile() + ":" + p)));
                context.consumeMulti(RuntimeInitializedClassBuildItem.class).stream()
                        .filter(item -> item.getClassName().startsWith("io.quarkiverse.authlete"))
                        .forEach(item -> OTHER.add("runtime-initialized:" + item.getClassName()));
                context.produce(new GeneratedResourceBuildItem("registrations", new byte[0]));
            }).consumes(ReflectiveClassBuildItem.class).consumes(ExtensionSslNativeSupportBuildItem.class)
                    .consumes(ServiceProviderBuildItem.class).consumes(RuntimeInitializedClassBuildItem.class)
                    .produces(GeneratedResourceBuildItem.class).build())
            .setAfterUndeployListener(NativeRegistrationTest::assertRegistrations);

    @Test
    void theApplicationStarts() {
        // The build has run; what it registered is looked at when the application has stopped.
    }

    static void assertRegistrations() {
        Set<String> expected = Stream.of(ClientType.class, GrantType.class, ResponseAction.class, TokenBatchKind.class,
                TokenBatchResult.class, GrantType.class.getSuperclass(), TokenStatus.class, ErrorBody.class,
                TokenRequest.class, TokenResponse.class,
                // Named by annotations on TokenApi and by the configuration: registered by Quarkus.
                RetryableFailure.class, TokenRetryBackoff.class, TokenOperation.class)
                .map(Class::getName).collect(toCollection(TreeSet::new));
        Set<String> builders = new TreeSet<>();
        Stream.of(AccessToken.Builder.class, AuthorizationDetails.Builder.class, AuthorizationDetailsElement.Builder.class,
                LimitedClient.Builder.class, Property.Builder.class, TaggedValue.Builder.class, TokenBatchRequest.Builder.class,
                TokenBatchResponse.Builder.class, TokenBatchStatus.Builder.class, TokenBatchStatusResponse.Builder.class,
                TokenCreateRequest.Builder.class, TokenCreateResponse.Builder.class, TokenListRequest.Builder.class,
                TokenListResponse.Builder.class, TokenRevokeRequest.Builder.class, TokenRevokeResponse.Builder.class,
                TokenUpdateRequest.Builder.class, TokenUpdateResponse.Builder.class, RecordedRequest.Builder.class)
                .forEach(builder -> {
                    Class<?> generated = builder.getSuperclass();
                    builders.add(builder.getName());
                    builders.add(generated.getName());
                    expected.add(builder.getEnclosingClass().getName());
                    expected.add(generated.getEnclosingClass().getName());
                });
        expected.addAll(builders);
        // In production, where these classes are left out, their names mean nothing.
        String faults = Fault.class.getPackageName();
        expected.addAll(Set.of(Fault.class.getName(), Fault.Kind.class.getName(), Fault.class.getName() + "$Builder",
                faults + ".ImmutableFault", faults + ".ImmutableFault$Builder"));
        assertThat(new TreeSet<>(REFLECTIVE)).isEqualTo(expected);
        // Quarkus registers what is annotated for Jackson, with what belongs to it. Jackson makes builders and calls their
        // methods; the predicate and the backoff are made by their class.
        assertThat(CONSTRUCTORS).containsAll(builders).contains(ErrorBody.class.getName(), RetryableFailure.class.getName(),
                TokenRetryBackoff.class.getName());
        assertThat(METHODS).containsAll(builders).contains(ErrorBody.class.getName(), GrantType.class.getName());
        assertThat(OTHER).contains("ssl:authlete", "META-INF/services/" + RestClientListener.class.getName() + ":"
                + TokenApiListener.class.getName())
                .noneMatch(item -> item.startsWith("runtime-initialized:"));
    }
}
