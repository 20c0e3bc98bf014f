package io.quarkiverse.authlete;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/**
 * Selects a named Authlete service, the one configured under {@code quarkus.authlete."name".*}. Without this qualifier,
 * the default service is injected.
 *
 * @since 1.0.0
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ FIELD, METHOD, PARAMETER, TYPE })
public @interface AuthleteServiceName {

    /** @return the name of the service in the configuration */
    String value();

    /** The qualifier for programmatic lookup. */
    final class Literal extends AnnotationLiteral<AuthleteServiceName> implements AuthleteServiceName {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /**
         * @param value the name of the service in the configuration
         * @return the qualifier
         */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
