/**
 * The clients: list, create, update, delete and revoke access tokens with the token-management API of Authlete.
 * <p>
 * Inject {@link io.quarkiverse.authlete.TokenOperations}, or {@link io.quarkiverse.authlete.ReactiveTokenOperations} for
 * {@code Uni} and {@code Multi}; with {@link io.quarkiverse.authlete.AuthleteServiceName} for a service that is configured by
 * name. {@link io.quarkiverse.authlete.TokenServices} gives services by names that are known at run time only.
 *
 * <pre>
 * &#64;Inject
 * TokenOperations tokens;
 *
 * String issue(String user) {
 *     return tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
 *             .clientId(26888344961664L).subject(user).scopes("history.read").build()).accessToken();
 * }
 * </pre>
 *
 * {@link io.quarkiverse.authlete.RequestOptions} change the settings of one call,
 * {@link io.quarkiverse.authlete.BulkTokenOperations} make many calls, and {@link io.quarkiverse.authlete.TokenResult} is the
 * result of a call, or its failure, as a value. Implement {@link io.quarkiverse.authlete.ApiTokenProvider} to supply API
 * tokens.
 * <p>
 * This package and those below it, except {@code runtime}, are the API of this extension. What may be absent is
 * {@link org.jspecify.annotations.Nullable}; nothing else is {@code null} or accepts {@code null}. Later versions add methods
 * to the interfaces and accessors to the values. Applications call the interfaces, and implement only those whose
 * documentation says so.
 *
 * @since 1.0.0
 */
// Holds for the packages below, too. Requests are checked before they are sent, and a field that the server has left out is no
// reason to lose what it has done: so nothing is checked when a value is built.
@NullMarked
@Value.Style(visibility = ImplementationVisibility.PACKAGE, builderVisibility = BuilderVisibility.PACKAGE, //
        alwaysPublicInitializers = false, overshadowImplementation = true, headerComments = false, jdkOnly = true, //
        defaults = @Value.Immutable(copy = false), validationMethod = ValidationMethod.NONE, redactedMask = "***", //
        builtinContainerAttributes = false, immutableCopyOfRoutines = ImmutableCopies.class, //
        allowedClasspathAnnotations = Override.class)
package io.quarkiverse.authlete;

import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.immutables.value.Value.Style.ValidationMethod;
import org.jspecify.annotations.NullMarked;

import io.quarkiverse.authlete.runtime.ImmutableCopies;
