package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes a batch of create requests. What is wrong in one of them shows later, in the status of the batch. */
final class CreateBatchOperation implements ApiOperation {

    private final ServiceSettings service;
    private final BatchQueue batches;
    private final InstantSource clock;

    CreateBatchOperation(ServiceSettings service, BatchQueue batches, InstantSource clock) {
        this.service = service;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        boolean dryRun = dryRun(call.parameter("dryRun"));
        List<RequestFields> requests = call.fields().objects(RequestBodyReader.BATCH);
        if (requests.isEmpty()) {
            throw RefusedException.http(400, ResultCode.BATCH_EMPTY, "The batch is empty.");
        }
        Batch batch = new Batch(requests, dryRun, service, clock.millis());
        batches.add(batch);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        TokenJson.result(json, ResultCode.BATCH_TAKEN,
                "[" + ResultCode.BATCH_TAKEN.code() + "] The batch has " + requests.size() + " request(s).");
        return ApiResponse.ok(json.put("requestId", batch.requestId()));
    }

    private static boolean dryRun(String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw RefusedException.http(400, ResultCode.DRY_RUN_INVALID, "dryRun must be true or false.");
        }
        return "true".equals(value);
    }
}
