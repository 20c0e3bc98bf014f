package io.quarkiverse.authlete;

import java.util.Locale;

/**
 * The token operations of the Authlete API.
 *
 * @since 1.0.0
 */
public enum TokenOperation {

    /** {@code GET /api/{serviceId}/auth/token/get/list} */
    LIST,
    /** {@code POST /api/{serviceId}/auth/token/create} */
    CREATE,
    /** {@code POST /api/{serviceId}/auth/token/create/batch} */
    CREATE_BATCH,
    /** {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}} */
    BATCH_STATUS,
    /** {@code POST /api/{serviceId}/auth/token/update} */
    UPDATE,
    /** {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}} */
    DELETE,
    /** {@code POST /api/{serviceId}/auth/token/revoke} */
    REVOKE;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** @return the name as it appears in messages, configuration and metrics: {@code list}, {@code create-batch}, ... */
    public String label() {
        return label;
    }
}
