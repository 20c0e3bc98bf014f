package io.quarkiverse.authlete.runtime.tracing;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of spans: those of the OpenTelemetry semantic conventions, and {@code authlete.*}. */
final class SpanAttributes {

    static final AttributeKey<String> HTTP_REQUEST_METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> HTTP_REQUEST_RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
    static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> SERVICE = AttributeKey.stringKey("authlete.service");
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("authlete.operation");
    static final AttributeKey<String> RESULT = AttributeKey.stringKey("authlete.result");
    static final AttributeKey<String> RESULT_CODE = AttributeKey.stringKey("authlete.result_code");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("authlete.outcome");
    static final AttributeKey<Boolean> RECOVERED = AttributeKey.booleanKey("authlete.recovered");
    static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("authlete.attempts");

    private SpanAttributes() {
    }
}
