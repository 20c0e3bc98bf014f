package io.quarkiverse.authlete.deployment.devservice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells how far a batch has come. */
final class BatchStatusOperation implements ApiOperation {

    private final BatchQueue batches;

    BatchStatusOperation(BatchQueue batches) {
        this.batches = batches;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        Batch batch = batches.find(call.identifier())
                .orElseThrow(() -> RefusedException.http(404, ResultCode.BATCH_UNKNOWN, "There is no such batch."));
        ObjectNode json = TokenJson.result(JsonNodeFactory.instance.objectNode(), ResultCode.BATCH_STATUS_TOLD,
                "The status of the batch.");
        batch.status(json.putObject("status"));
        return ApiResponse.ok(json);
    }
}
